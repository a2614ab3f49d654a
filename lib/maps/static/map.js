/* The register's map: draws the municipalities once, and recolours them whenever the page asks.

   new RegisterMap(leafletMap, config) fetches the geometry; paint(state) may come before or after it has arrived.
   A click reaches the page through st_folium, which asks the clicked layer for its GeoJSON: only the number is given. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const PATTERNS = {
    expired: { size: 6, draw: "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2", width: 1.7 },
    unknown: { size: 7, draw: "M3.5,3.5 h0.01", width: 1.3 },
  };

  function svgElement(name, attributes, parent) {
    const element = document.createElementNS(SVG, name);
    const { style, ...others } = attributes;
    for (const [key, value] of Object.entries(others)) element.setAttribute(key, value);
    // Set as an attribute, it would be refused by the content policy of pages that allow no style in themselves.
    if (style) element.style.cssText = style;
    return parent.appendChild(element);
  }

  function addPatterns(svg) {
    const defs = svgElement("defs", {}, svg);
    for (const [status, { size, draw, width }] of Object.entries(PATTERNS)) {
      const pattern = svgElement(
        "pattern",
        { id: `pattern-${status}`, width: size, height: size, patternUnits: "userSpaceOnUse" },
        defs
      );
      svgElement("rect", { width: size, height: size, style: `fill: var(--${status})` }, pattern);
      svgElement(
        "path",
        { d: draw, style: `stroke: var(--${status}-ink); stroke-width: ${width}; stroke-linecap: round; fill: none` },
        pattern
      );
    }
  }

  async function fetchJson(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  class RegisterMap {
    constructor(map, config) {
      this.map = map;
      this.config = config;
      this.clicks = 0;
      this.state = null;
      this.focused = null;
      this.untouched = true;
      this.byNumber = new Map();

      const container = map.getContainer();
      container.classList.add("register-map");
      container.setAttribute("aria-label", config.texts.label);
      this.message = L.DomUtil.create("p", "message", container);
      this.message.setAttribute("role", "status");
      this.message.textContent = config.texts.loading;

      if (config.guest) this.behave();
      this.addControls();
      this.show(config.views[0].bounds, false);
      // The style that gives the frame its height may arrive after the map: Leaflet itself sees only the window's resizes.
      new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(container);
      map.on("resize", () => this.untouched && this.show(this.shown, false));
      map.on("zoomend", () => this.nameCounties());
      container.addEventListener("pointerdown", () => (this.untouched = false));
      container.addEventListener("wheel", () => (this.untouched = false), { passive: true });
      container.addEventListener("keydown", () => (this.untouched = false));

      this.renderer = L.svg({ padding: 0.6 });
      this.tooltip = L.tooltip({ direction: "top", offset: [0, -6], opacity: 1 });
      this.areas = L.geoJSON(null, {
        renderer: this.renderer,
        smoothFactor: 0.6,
        style: { className: "area", fillOpacity: 1 },
        onEachFeature: (feature, layer) => this.prepare(feature, layer),
      }).addTo(map);
      this.above = map.createPane("above");
      this.above.style.zIndex = 450;
      this.above.style.pointerEvents = "none";
      this.chosen = L.geoJSON(null, { pane: "above", interactive: false, style: { className: "chosen" } }).addTo(map);
      this.load();
    }

    /* In a page of others the wheel and a finger scroll that page; two fingers and the buttons move the map. */
    behave() {
      this.map.scrollWheelZoom.disable();
      if (window.matchMedia("(pointer: coarse)").matches) this.map.dragging.disable();
      this.popup = L.popup({ closeButton: false, maxWidth: 260, autoPanPadding: [12, 12] });
    }

    get narrow() {
      return this.config.guest && this.map.getSize().x < 420;
    }

    addControls() {
      const { texts, views } = this.config;
      L.control.zoom({ position: this.config.guest ? "bottomright" : "bottomleft", zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(this.map);
      this.map.attributionControl.setPrefix(false).addAttribution(texts.attribution);
      if (views.length < 2) return;
      // In a narrow frame the buttons stand one below the other in the sea north-west of the country.
      const control = L.control({ position: this.config.guest ? "topleft" : "topright" });
      control.onAdd = () => {
        const box = L.DomUtil.create("div", "views");
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", texts.views);
        for (const view of views) {
          const button = L.DomUtil.create("button", "", box);
          button.type = "button";
          button.textContent = view.name;
          button.addEventListener("click", () => {
            this.untouched = true;
            this.show(view.bounds, true);
          });
        }
        L.DomEvent.disableClickPropagation(box);
        return box;
      };
      control.addTo(this.map);
    }

    async load() {
      const { areas, counties, texts } = this.config;
      try {
        const [municipalities, lines] = await Promise.all([fetchJson(areas), fetchJson(counties)]);
        this.areas.addData(municipalities);
        addPatterns(this.renderer._container);
        L.geoJSON(lines.borders, { pane: "above", interactive: false, style: { className: "county-line" } }).addTo(this.map);
        for (const { name, position } of lines.labels) this.addLabel(name, position);
        this.chosen.bringToFront();
        this.message.remove();
        this.nameCounties();
        if (this.state) this.paint(this.state);
        this.map.getContainer().dataset.ready = "true";
      } catch (error) {
        this.message.textContent = texts.failed;
        this.message.classList.add("failed");
        console.warn(error);
      }
    }

    prepare(feature, layer) {
      const { kommunenummer, fylkesnummer } = feature.properties;
      this.byNumber.set(kommunenummer, layer);
      layer.toGeoJSON = () => ({
        type: "Feature",
        geometry: null,
        properties: { number: this.onCounties ? fylkesnummer : kommunenummer, click: ++this.clicks },
      });
      layer.on("mouseover mousemove", (event) => this.hover(feature, event.latlng));
      layer.on("mouseout", () => this.hover(null));
      if (this.config.guest) layer.on("click", (event) => this.tell(feature, event.latlng));
    }

    get onCounties() {
      return this.state?.level === "counties";
    }

    addLabel(name, position) {
      const span = document.createElement("span");
      span.textContent = name;
      const icon = L.divIcon({ className: "county-name", html: span, iconSize: [0, 0] });
      L.marker(position, { icon, interactive: false, keyboard: false, pane: "above" }).addTo(this.map);
    }

    nameCounties() {
      this.map.getContainer().classList.toggle("near", this.map.getZoom() >= 5.25);
    }

    show(bounds, animate) {
      this.shown = bounds;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.map.fitBounds(bounds, { animate: animate && !calm, paddingTopLeft: [6, this.narrow ? 6 : 48], paddingBottomRight: [6, 6], maxZoom: 7.6 });
    }

    hover(feature, latlng) {
      const place = feature && (this.onCounties ? feature.properties.fylkesnummer : feature.properties.kommunenummer);
      if (place !== this.hovered) {
        this.hovered = place;
        for (const [number, layer] of this.byNumber) {
          const inside = place && (this.onCounties ? layer.feature.properties.fylkesnummer : number) === place;
          layer.getElement()?.classList.toggle("hover", Boolean(inside));
          if (inside) layer.bringToFront();
        }
      }
      if (!feature || !this.state) return this.tooltip.close();
      if (this.popup?.isOpen() && this.told === place) return this.tooltip.close();
      this.tooltip.setContent(this.said(feature, place)).setLatLng(latlng).openOn(this.map);
    }

    said(feature, place) {
      const text = document.createElement("div");
      const lines = this.onCounties ? this.state.counties[place].lines : this.lines(feature.properties);
      lines.forEach((line, index) => {
        const element = text.appendChild(document.createElement(["strong", "span", "small"][Math.min(index, 2)]));
        element.textContent = line;
        if (index === 1 && lines.length > 2) text.appendChild(document.createElement("br"));
      });
      return text;
    }

    /* What stays until it is closed, and leads to the page of the place. */
    tell(feature, latlng) {
      if (!this.state) return;
      const { municipality, county, more } = this.config.guest;
      const place = this.onCounties ? feature.properties.fylkesnummer : feature.properties.kommunenummer;
      const text = this.said(feature, place);
      const link = text.appendChild(document.createElement("a"));
      link.href = (this.onCounties ? county : municipality).replace("0000", place);
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = more.replace("0000", text.firstChild.textContent);
      this.told = place;
      this.tooltip.close();
      this.popup.setContent(text).setLatLng(latlng).openOn(this.map);
    }

    lines({ kommunenummer, navn }) {
      const { codes, notes, phrases } = this.state;
      const status = this.config.statuses[codes[this.position(kommunenummer)].toLowerCase()];
      const note = phrases[notes[kommunenummer]];
      return note ? [navn, status.word, note] : [navn, status.word];
    }

    position(number) {
      this.positions ??= new Map([...this.byNumber.keys()].map((key, index) => [key, index]));
      return this.positions.get(number);
    }

    /* state: level, codes (one letter for each municipality in the order of the geometry; upper case: greyed out),
       notes and phrases (what the tooltip adds), counties (class, lines, dim), chosen and focus (number, bounds). */
    paint(state) {
      this.state = state;
      if (!this.byNumber.size) return;
      this.map.getContainer().classList.toggle("counties", this.onCounties);
      let index = 0;
      for (const layer of this.byNumber.values()) {
        const element = layer.getElement();
        const look = this.onCounties
          ? { name: `c-${state.counties[layer.feature.properties.fylkesnummer].class}`, dim: state.counties[layer.feature.properties.fylkesnummer].dim }
          : this.look(state.codes[index]);
        element.setAttribute("class", `leaflet-interactive area ${look.name}${look.dim ? " dim" : ""}`);
        element.style.fill = look.pattern && !look.dim ? `url(#pattern-${look.pattern})` : "";
        index += 1;
      }
      this.chosen.clearLayers();
      const layer = state.chosen && this.byNumber.get(state.chosen);
      if (layer) this.chosen.addData(layer.feature);
      const focus = state.focus ? JSON.stringify(state.focus) : null;
      if (focus && focus !== this.focused) {
        this.untouched = true;
        this.show(state.focus.bounds, true);
      }
      this.focused = focus;
    }

    look(code) {
      const { status } = this.config.statuses[code.toLowerCase()];
      return {
        name: `s-${status.replace("_", "-")}`,
        pattern: status in PATTERNS ? status : null,
        dim: code !== code.toLowerCase(),
      };
    }
  }

  window.RegisterMap = RegisterMap;
})();
