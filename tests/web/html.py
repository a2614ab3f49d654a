"""Reading the HTML of plain pages in tests."""

import json
from itertools import pairwise

from lxml import html


def read(text):
    return html.document_fromstring(text)


def words(element):
    return " ".join(element.text_content().split())


def meta(document, name):
    found = document.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")
    assert len(found) == 1, (name, found)
    return found[0]


def canonical(document):
    (found,) = document.xpath("//head/link[@rel='canonical']/@href")
    return found


def graph(document):
    """Things of the structured data by their type."""
    (script,) = document.xpath("//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def things(document, kind):
    return [thing for thing in graph(document) if thing["@type"] == kind]


def faults(document):
    """What is wrong with the structure of a page."""
    found = []
    ids = document.xpath("//@id")
    found += [f"id {each} twice" for each in set(ids) if ids.count(each) > 1]
    for landmark in ("main", "header", "footer"):
        if len(document.xpath(f"//body/{landmark}")) != 1:
            found.append(f"not one {landmark}")
    if len(document.xpath("//h1")) != 1:
        found.append("not one h1")
    levels = [int(heading.tag[1]) for heading in document.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    found += [f"h{level} after h{before}" for before, level in pairwise(levels) if level > before + 1]
    for table in document.xpath("//table"):
        if len(table.xpath("./caption")) != 1:
            found.append("a table without caption")
        if not table.xpath("./thead//th[@scope='col']") or table.xpath(".//th[not(@scope)]"):
            found.append("a table whose headers have no scope")
        widths = {len(row.xpath("./th|./td")) for row in table.xpath(".//tr")}
        if len(widths) != 1:
            found.append(f"a table with rows of {widths} cells")
    for named in document.xpath("//@aria-labelledby"):
        if named not in ids:
            found.append(f"labelled by {named}, which there is not")
    found += [f"an image without words: {image.get('src')}" for image in document.xpath("//img[not(@alt) or @alt='']")]
    found += [f"an inline {name}" for name in ("style", "onclick") if document.xpath(f"//@{name}")]
    if document.xpath("//script[not(@type='application/ld+json')]"):
        found.append("a script")
    for anchor in document.xpath("//a/@href[contains(., '#')]"):
        before, _mark, fragment = anchor.partition("#")
        if not before.startswith("http") and (not before or fragment not in ids):
            found.append(f"a link to {anchor}, which leads nowhere")
    return found
