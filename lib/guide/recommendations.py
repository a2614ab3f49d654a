"""The ten recommendations to municipalities: the texts of the guide, of the discussion and of the self-assessment.

The subjects are those of the recommendations that Frivillighet Norge publishes with its members; the words are the
guide's own. The keys stand in files that municipalities keep: they are never renamed or used again for something else.
"""

from lib.guide.recommendation import Recommendation, Statement
from lib.texts import _
from lib.texts.language import kept_by_language


@kept_by_language(maxsize=4)
def recommendations() -> tuple[Recommendation, ...]:
    """List the ten recommendations in their order, in the language spoken.

    Returns
    -------
    tuple of Recommendation
        The first lays the ground for the others.
    """
    return (
        _know(),
        _policy(),
        _own_worth(),
        _simple(),
        _trust(),
        _dialogue(),
        _added_value(),
        _free_funds(),
        _recruiting(),
        _predictable(),
    )


def _know() -> Recommendation:
    return Recommendation(
        key="kjenn-frivilligheten",
        title=_("Kjenn frivilligheten der dere er"),
        short=_("Kjenn frivilligheten"),
        summary=_(
            "Finn ut hvem som driver lag og foreninger hos dere, hva de vil, hva de har å rutte med, og hva de strever "
            "med. Spør også om de ønsker mer samarbeid, enten det er med kommunen, næringslivet eller hverandre."
        ),
        practice=(
            _("Lag en oversikt over lag og foreninger, også de små og dem som ikke søker støtte."),
            _("Spør lagene selv, med noen få spørsmål og et par møter. Gjør det på nytt hvert fjerde år."),
            _("Del svarene med lagene, så de ser hva som kom ut av det."),
        ),
        questions=(
            _("Hvilke lag hører vi sjelden fra, og hvorfor?"),
            _("Hva er vanskeligst for lagene hos oss: penger, folk, lokaler eller noe annet?"),
            _("Hvem vil samarbeide mer med kommunen, og hvem vil helst være i fred?"),
        ),
        statements=(
            Statement("oversikt", _("Vi har en oppdatert oversikt over lag og foreninger på alle felt.")),
            Statement("behov", _("Vi har spurt lagene om mål, midler og problemer de siste fire årene.")),
            Statement("samarbeid", _("Vi vet hvilke lag som ønsker mer samarbeid, og med hvem.")),
        ),
        next_step=_(
            "Send fem korte spørsmål til alle lag dere kjenner, og be dem tipse om andre. Legg svarene fram "
            "for utvalget som har ansvaret."
        ),
    )


def _policy() -> Recommendation:
    return Recommendation(
        key="vedta-en-politikk",
        title=_("Vedta en politikk som gjelder hele kommunen"),
        short=_("Vedta en politikk"),
        summary=_(
            "Lag politikken sammen med bredden av lag og foreninger, og la kommunestyret vedta den. Den må gjelde på "
            "tvers av etatene. Tenk på frivilligheten i alt planarbeid, og gå gjennom politikken på nytt i hver "
            "kommunestyreperiode."
        ),
        practice=(
            _("La politikken bli et eget dokument med tiltak, ansvar og frister."),
            _("Inviter lag fra alle felt: kultur, idrett, helse, miljø, barn og unge, tro og livssyn."),
            _("Vis til politikken i kommuneplanen, budsjettet og planene for hvert fagområde."),
            _("Skriv inn når den skal revideres, og hvem som tar initiativet."),
        ),
        questions=(
            _("Hvilke etater merker frivilligheten i hverdagen, og er alle med?"),
            _("Hva skal være annerledes for lagene to år etter vedtaket?"),
            _("Hvem følger opp tiltakene, og hvor ofte får kommunestyret høre hvordan det går?"),
        ),
        statements=(
            Statement("vedtatt", _("Kommunestyret har vedtatt en egen politikk for frivilligheten, med tiltak.")),
            Statement("dialog", _("Politikken er laget sammen med lag fra mange ulike felt.")),
            Statement("planer", _("Frivilligheten er med i kommuneplanen og i de andre planene våre.")),
            Statement("revisjon", _("Politikken blir gått gjennom i hver kommunestyreperiode.")),
        ),
        next_step=_(
            "Be kommunestyret vedta at arbeidet skal i gang, med en frist og et utvalg som har ansvaret. Finn en "
            "kommune på samme størrelse å lære av."
        ),
    )


def _own_worth() -> Recommendation:
    return Recommendation(
        key="egenverdi",
        title=_("Anerkjenn at frivilligheten er fri og har verdi i seg selv"),
        short=_("Fri, med egen verdi"),
        summary=_(
            "Folk går sammen fordi de vil noe. Lagene er ikke til for å løse oppgaver for kommunen. De bestemmer selv "
            "hva de vil drive med, og det er nok grunn til å støtte dem."
        ),
        practice=(
            _("Si rett ut i politikken at lagene er selvstendige og styrer seg selv."),
            _("Støtt også lag som ikke løser noe for kommunen, som koret, speideren og historielaget."),
            _("Skill klart mellom støtte til et lag og betaling for en tjeneste."),
        ),
        questions=(
            _("Ser vi på lagene som medspillere eller som hender vi kan bruke?"),
            _("Ville vi ha støttet et lag som er uenig med oss?"),
            _("Hvilke oppgaver skal kommunen selv ha, også når det er trangt om penger?"),
        ),
        statements=(
            Statement("selvstendig", _("Politikken vår sier at lagene er frie og bestemmer over seg selv.")),
            Statement("bredde", _("Vi støtter lag også når de ikke løser oppgaver for kommunen.")),
            Statement("skille", _("Vi skiller klart mellom støtte til lag og kjøp av tjenester.")),
        ),
        next_step=_(
            "Les reglene for støtte med friske øyne. Stryk krav som bare er der for å få lagene til å løse kommunens "
            "oppgaver."
        ),
    )


def _simple() -> Recommendation:
    return Recommendation(
        key="gjor-det-enkelt",
        title=_("Gjør det enkelt å søke, rapportere og ta kontakt"),
        short=_("Gjør det enkelt"),
        summary=_(
            "De fleste lag drives av folk på fritiden. Hver time til skjema går fra tid med barna på trening eller "
            "sangerne i koret. Kommunen kan spare dem for mye."
        ),
        practice=(
            _("Ha ett sted å henvende seg: en person med navn, telefon og e-post."),
            _("Samle alle tilskudd på én side, med frister og enkle skjemaer."),
            _("Krev bare det dere bruker, og mindre av dem som får små beløp."),
            _("Hent det som alt står i Frivillighetsregisteret, i stedet for å spørre en gang til."),
        ),
        questions=(
            _("Hvor lang tid tar det å søke om 5000 kroner hos oss?"),
            _("Hva gjør vi med rapportene vi får inn?"),
            _("Vet et nytt lag hvem det skal ringe til?"),
        ),
        statements=(
            Statement("kontakt", _("Lagene har én fast kontakt i kommunen, og de vet hvem det er.")),
            Statement("soknad", _("Det er lett å finne tilskuddene og raskt å søke på dem.")),
            Statement("rapport", _("Kravene til rapport er små når beløpet er lite.")),
        ),
        next_step=_(
            "Be tre lag fylle ut skjemaene mens dere ser på. Fjern det de snubler i, og det ingen hos dere leser."
        ),
    )


def _trust() -> Recommendation:
    return Recommendation(
        key="utvikling-og-tillit",
        title=_("Hjelp lagene å utvikle seg på egne vilkår, og vis tillit"),
        short=_("Utvikling og tillit"),
        summary=_(
            "Lag trenger av og til råd, kurs eller en hånd i ryggen. De vet best selv hva de trenger. Kommunen kan "
            "hjelpe uten å ta over."
        ),
        practice=(
            _("Spør lagene hvilke kurs og råd de ønsker, og la dem gjerne holde kursene for hverandre."),
            _("Gi hjelp til nye lag som vil starte opp, også når de er uformelle."),
            _("Kontroller når det er grunn til det, og stol på folk ellers."),
            _("Hjelp lagene å finne hverandre, for eksempel i et lokalt råd eller en frivilligsentral."),
        ),
        questions=(
            _("Når ba vi sist lagene selv si hva de trenger for å vokse?"),
            _("Hvilke av kravene våre bygger på mistillit?"),
            _("Hvem hjelper en gjeng som vil starte noe nytt?"),
        ),
        statements=(
            Statement("onsker", _("Kurs og råd fra kommunen bygger på hva lagene selv ber om.")),
            Statement("nye", _("Nye og uformelle grupper får hjelp til å komme i gang.")),
            Statement("tillit", _("Kontrollen vår står i forhold til beløp og risiko.")),
        ),
        next_step=_("Spør lagene om hvilke to kurs de helst vil ha i år, og hold dem på en kveld som passer."),
    )


def _dialogue() -> Recommendation:
    return Recommendation(
        key="dialog",
        title=_("Skap møteplasser og lytt før dere bestemmer"),
        short=_("Dialog"),
        summary=_(
            "God dialog er ikke noe som bare skjer. Den trenger faste møter, tidlig varsel og folk i kommunen som "
            "kjenner frivilligheten. Møt lagene når de har tid, og det er oftest etter jobb."
        ),
        practice=(
            _("Ha faste møter mellom politikere, administrasjon og lag, minst én gang i året."),
            _("Send saker som angår lagene, på høring til dem, med god frist og i klart språk."),
            _("Lær opp ansatte i hvordan lag er bygd opp, og i hva de kan og ikke kan svare for."),
            _("Legg møtene til kveldstid, og fortell etterpå hva innspillene førte til."),
        ),
        questions=(
            _("Når fikk lagene sist si noe før en sak var avgjort?"),
            _("Hvem kommer på møtene våre, og hvem mangler?"),
            _("Hva vet de ansatte om hvordan et lag blir styrt?"),
        ),
        statements=(
            Statement("moteplass", _("Kommunen og lagene har faste møter minst én gang i året.")),
            Statement("horing", _("Lagene får saker på høring tidlig og med god frist.")),
            Statement("opplaering", _("De som jobber med lagene i kommunen, har fått opplæring.")),
            Statement("kveldstid", _("Møter med lagene holdes når frivillige kan komme.")),
        ),
        next_step=_(
            "Sett en dato for et åpent kveldsmøte med alle lag i år. La lagene være med på å lage sakslisten, og svar "
            "skriftlig på det som kommer fram."
        ),
    )


def _added_value() -> Recommendation:
    return Recommendation(
        key="merverdi",
        title=_("Se alt det andre frivilligheten gir, og støtt det"),
        short=_("Merverdi"),
        summary=_(
            "Et lag gir mer enn det som står på planen. Det passer på makten, utvikler stedet, samler kunnskap, lager "
            "møteplasser og gir folk noe å høre til. Der lærer mange demokrati, og det er godt for helsen å være med."
        ),
        practice=(
            _("Skriv inn i politikken hva lagene betyr for stedet, helsen og demokratiet."),
            _("Ta imot kritikk fra lagene som hjelp. Den skal aldri koste dem støtte."),
            _("Bruk det lagene vet, når dere lager planer for natur, kultur, helse og oppvekst."),
            _("Vis fram det lagene får til, med priser, omtale og takk."),
        ),
        questions=(
            _("Hva ville ha forsvunnet her hos oss hvis lagene tok en pause i ett år?"),
            _("Hvordan tar vi imot et lag som klager på oss?"),
            _("Hvem føler seg ikke velkommen i noe lag, og hva kan vi gjøre med det sammen?"),
        ),
        statements=(
            Statement("skrevet", _("Politikken vår sier hva lagene betyr ut over sin egen aktivitet.")),
            Statement("kritikk", _("Lag som er uenige med oss, blir hørt og mister ikke støtte.")),
            Statement("kunnskap", _("Vi bruker det lagene vet, når vi lager planer.")),
        ),
        next_step=_(
            "Be hvert utvalg nevne tre ting som lagene gir på deres felt. Ta det med når politikken eller planene "
            "skal opp på nytt."
        ),
    )


def _free_funds() -> Recommendation:
    return Recommendation(
        key="frie-midler",
        title=_("Gi frie midler"),
        short=_("Frie midler"),
        summary=_(
            "Penger uten bindinger gir mest frihet. Da kan laget selv velge om de skal gå til drift, utstyr eller noe "
            "nytt. Støtte til prosjekter er bra i tillegg, men ikke i stedet."
        ),
        practice=(
            _("La det meste av støtten gå til drift, med enkle og kjente kriterier."),
            _("Gi støtte for flere år om gangen der det går an."),
            _("La støtten følge prisene, og si fra i god tid hvis den må ned."),
        ),
        questions=(
            _("Hvor stor del av støtten vår kan lagene bruke som de vil?"),
            _("Må lagene finne på noe nytt for å få penger til det de alt gjør godt?"),
            _("Hva skjer med et godt prosjekt når pengene tar slutt?"),
        ),
        statements=(
            Statement("drift", _("Det meste av støtten vår er fri støtte til drift.")),
            Statement("kriterier", _("Reglene for hvem som får støtte, er enkle, åpne og kjente.")),
            Statement("flere-ar", _("Lag kan få støtte for mer enn ett år om gangen.")),
        ),
        next_step=_(
            "Regn ut hvor mye av støtten som er fri, og legg tallet fram før neste budsjett. Flytt ett lite prosjekt "
            "over til drift."
        ),
    )


def _recruiting() -> Recommendation:
    return Recommendation(
        key="rekruttering",
        title=_("Ikke konkurrer om de frivillige, men hjelp lagene å finne flere"),
        short=_("Ikke konkurrer"),
        summary=_(
            "Når kommunen verver folk som sine egne frivillige, kan det gå ut over lagene. Samarbeid heller med lag "
            "som vil, og hjelp dem å nå fram til nye folk."
        ),
        practice=(
            _("Spør først om et lag kan og vil ta oppgaven, på vilkår det selv er med på å sette."),
            _("Vis vei til lagene på nettsiden, i skolen, på helsestasjonen og i mottaket av nye innbyggere."),
            _("Bli enige om hvem som gjør hva, hvem som har ansvar, og hva som er kommunens egen oppgave."),
        ),
        questions=(
            _("Verver vi selv frivillige, og vet vi hva lagene synes om det?"),
            _("Hva kan kommunen gjøre for at flere finner et lag som passer?"),
            _("Hvilke oppgaver bør aldri legges til frivillige?"),
        ),
        statements=(
            Statement("egne", _("Vi spør lagene før kommunen verver egne frivillige.")),
            Statement("hjelp", _("Vi hjelper lagene å nå fram til folk som kan bli med.")),
            Statement("avtale", _("Når vi samarbeider om oppgaver, er rollene skrevet ned og kjent.")),
        ),
        next_step=_(
            "Finn ut hvor i kommunen dere har egne frivillige. Snakk med lagene på feltet om hvem som bør gjøre hva."
        ),
    )


def _predictable() -> Recommendation:
    return Recommendation(
        key="forutsigbarhet",
        title=_("Gi trygge rammer, for eksempel et sted å være"),
        short=_("Forutsigbarhet"),
        summary=_(
            "Et lag som vet hva det har å gå på neste år, tør å planlegge. Det gjelder både penger og rom. Et sted å "
            "øve, trene og møtes er ofte det som betyr mest."
        ),
        practice=(
            _("Åpne skoler, haller og hus for lagene, gratis eller billig, også i helger og ferier."),
            _("La lagene leie for lang tid, og gjør det lett å se hva som er ledig."),
            _("Si fra tidlig når et bygg skal stenges eller bygges om, og finn et annet sted sammen."),
            _("Tenk på lagene når dere planlegger nye bygg og uterom."),
        ),
        questions=(
            _("Hvilke rom står tomme om kvelden, og hva stanser oss fra å låne dem ut?"),
            _("Vet lagene i høst hva de får å rutte med neste år?"),
            _("Hvilke lag er uten et sted å være?"),
        ),
        statements=(
            Statement("lokaler", _("Lag får bruke kommunens lokaler gratis eller billig.")),
            Statement("booking", _("Det er lett å se hva som er ledig, og å bestille.")),
            Statement("varsel", _("Lagene får vite i god tid om støtte og lokaler blir endret.")),
        ),
        next_step=_(
            "Lag en liste over rom som er ledige på kveldstid, og legg den ut på nettet. Spør lagene hvilke de trenger."
        ),
    )
