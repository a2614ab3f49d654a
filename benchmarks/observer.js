/* Watches the map from the page around it: when all areas are there, and when a filter change has altered them.

   A look is what every area's own attributes make it look like. It is taken at each animation frame; a new look is on
   the screen one frame later. Both builds are observed alike, and the observer runs in the top frame alone. */
if (window === window.top) {
  window.observer = (() => {
    const AREAS = 357;
    let pressed = 0;
    addEventListener("pointerup", () => (pressed = performance.now()), true);

    const frames = () => [...document.querySelectorAll('iframe[src*="streamlit_folium"]')];
    const leaflet = (frame) => frame?.contentWindow?.map;

    function look(frame) {
      const areas = frame.contentDocument?.querySelectorAll("path.leaflet-interactive") ?? [];
      if (areas.length < AREAS) return null;
      return [...areas]
        .map((area) => {
          const name = area.getAttribute("class").replace(" hover", "");
          return [name, area.getAttribute("fill"), area.getAttribute("fill-opacity"), area.style.fill].join();
        })
        .join(";");
    }

    function painted(isDone) {
      const patience = performance.now() + 60000;
      return new Promise((resolve, reject) => {
        const check = () => {
          const frame = frames().find((candidate) => isDone(look(candidate)));
          if (frame) requestAnimationFrame(() => resolve({ at: performance.now(), frame }));
          else if (performance.now() < patience) requestAnimationFrame(check);
          else reject(new Error(`the map did not ${pressed ? "change" : "appear"}`));
        };
        check();
      });
    }

    return {
      firstPaint: painted(Boolean).then(({ at }) => at),
      zoomIn: () => frames().at(-1).contentDocument.querySelector(".leaflet-control-zoom-in").click(),
      zoom: () => leaflet(frames().at(-1))?.getZoom(),
      expectChange() {
        const [frame] = frames();
        const [before, zoom] = [look(frame), leaflet(frame).getZoom()];
        this.change = painted((now) => now && now !== before).then((result) => ({
          milliseconds: result.at - pressed,
          remounted: result.frame !== frame,
          zoomKept: Math.abs(leaflet(result.frame).getZoom() - zoom) < 1e-6,
        }));
      },
    };
  })();
}
