/* Small helps on the pages: sortable tables, links between pages without a reload, search results that arrow keys reach, and the language of the page in place of
   Streamlit's own English. Streamlit may redraw any part of the page at any time, so everything listens on the document, and what a
   redraw undoes is done anew. STREAMLIT_TEXTS stands before this script. */
(function () {
  "use strict";

  const sorted = new Map(); // name of the table -> {column, ascending}
  const collator = new Intl.Collator("nb");

  // The server sends plain cells. A phone lays them out as lists, for which each cell must know its column, and a table
  // that is laid out otherwise must say its roles.
  function complete(table) {
    const labels = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    table.setAttribute("role", "table");
    for (const section of [table.tHead, ...table.tBodies, table.tFoot]) {
      section?.setAttribute("role", "rowgroup");
      for (const row of section?.rows ?? []) {
        row.setAttribute("role", "row");
        [...row.cells].forEach((cell, column) => {
          const role = cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader";
          cell.setAttribute("role", role);
          if (role === "cell") cell.dataset.label ??= labels[column];
        });
      }
    }
    table.dataset.sorted = "";
  }

  // Numbers are written as the language has it: spaces between thousands and a decimal comma, or commas and a point.
  function valueOf(row, column, text) {
    const cell = row.cells[column];
    if (text) return cell.textContent.trim();
    if ("value" in cell.dataset) return Number(cell.dataset.value);
    const written = document.documentElement.lang === "en" ? cell.textContent.replaceAll(",", "").replace(".", ",") : cell.textContent;
    const digits = written.replace(/[^\d,−-]/g, "").replace("−", "-").replace(",", ".");
    return /\d/.test(digits) ? Number(digits) : -Infinity;
  }

  function sort(table) {
    const choice = sorted.get(table.dataset.sortable);
    if (!choice) return;
    const { column, ascending } = choice;
    const headers = table.tHead.rows[0].cells;
    if (!headers[column]) return;
    [...headers].forEach((header, index) => {
      if (index === column) header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      else header.removeAttribute("aria-sort");
    });
    const rows = [...table.tBodies[0].rows];
    const text = headers[column].dataset.type === "text";
    const compare = (a, b) => {
      const [first, second] = [valueOf(a, column, text), valueOf(b, column, text)];
      return text ? collator.compare(first, second) : first - second || 0;
    };
    rows.sort((a, b) => (ascending ? compare(a, b) : compare(b, a)));
    table.tBodies[0].append(...rows);
    table.dataset.sorted = `${column}${ascending}`;
  }

  document.addEventListener("click", (event) => {
    const header = event.target.closest?.("table[data-sortable] thead th");
    if (!header || !event.target.closest("button")) return;
    const table = header.closest("table");
    const column = header.cellIndex;
    const before = sorted.get(table.dataset.sortable);
    const textColumn = header.dataset.type === "text";
    const ascending = before?.column === column ? !before.ascending : textColumn;
    sorted.set(table.dataset.sortable, { column, ascending });
    sort(table);
  });

  const texts = STREAMLIT_TEXTS.map(([english, norwegian]) => [new RegExp(`^${english}$`), norwegian]);

  function norwegian(text) {
    const found = texts.find(([english]) => english.test(text));
    return found ? text.replace(...found) : text;
  }

  function translate(element) {
    for (const name of ["aria-label", "title"]) {
      const text = element.getAttribute(name);
      if (text && norwegian(text) !== text) element.setAttribute(name, norwegian(text));
    }
    if (element.childElementCount === 0 && element.textContent.length < 200) {
      const text = element.textContent.trim();
      if (text && norwegian(text) !== text) element.textContent = norwegian(text);
    }
  }

  // What stood there until the page was drawn.
  let starting = document.querySelector(".starting");

  new MutationObserver((changes) => {
    if (starting && document.querySelector("#root .masthead")) {
      starting.remove();
      starting = null;
    }
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") translate(target);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        translate(node);
        node.querySelectorAll("[aria-label], [title], a, [role=log] *, [role=dialog] :is(h2, div), [id^=react-aria-description]").forEach(translate);
        // A link that the server asks to follow at once, such as after a click on the map.
        (node.matches("a[data-follow]") ? node : node.querySelector("a[data-follow]"))?.click();
      }
    }
    // A redrawn table comes back as the server sent it, without the mark that is left here.
    for (const table of document.querySelectorAll("table[data-sortable]:not([data-sorted])")) {
      complete(table);
      sort(table);
    }
  }).observe(document.documentElement, {
    attributeFilter: ["aria-label", "title"],
    attributes: true,
    childList: true,
    subtree: true,
  });

  // A map that has not come after some seconds, whatever of it is missing: the page says what works without it.
  const PATIENCE = 6000;
  const missing = new WeakMap(); // place of a map -> since when it lacks its map
  setInterval(() => {
    let late = false;
    for (const place of document.querySelectorAll(".st-key-kartramme")) {
      const inside = place.querySelector("iframe")?.contentDocument;
      const there = inside?.querySelector("[data-ready=true]") || inside?.querySelector(".message.failed");
      if (there) missing.delete(place);
      else if (!missing.has(place)) missing.set(place, Date.now());
      late ||= Date.now() - (missing.get(place) ?? Infinity) > PATIENCE;
    }
    document.documentElement.dataset.map = late ? "late" : "";
  }, 1000);

  // Streamlit's own way past the top leads to what holds the top too.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-testid=stSkipToContent]")) return;
    const heading = document.querySelector("#root h1");
    if (!heading) return;
    event.preventDefault();
    event.stopPropagation();
    heading.tabIndex = -1;
    heading.focus();
  }, true);

  // Streamlit follows the browser's history without loading the page anew: a link of our own is a step in it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#root a[data-internal]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.href === location.href) return;
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    wanted = link.hash;
    follow();
  });

  // A part of a page that a link leads to is drawn some time after the page has begun: stay with it until it stands
  // still, or the reader takes over.
  let wanted = location.hash;
  const follow = () => {
    if (!wanted) return;
    const part = document.getElementById(wanted.slice(1));
    part?.scrollIntoView();
    if (part && document.querySelector(".stApp[data-test-script-state=notRunning] .footer")) setTimeout(release, 500);
  };
  function release() {
    wanted = "";
  }
  for (const own of ["wheel", "touchstart", "pointerdown", "keydown"]) document.addEventListener(own, release, { passive: true });
  new MutationObserver(follow).observe(document.documentElement, { childList: true, subtree: true });

  // Another language is another page: its frame and its script differ. What was chosen since the page was made goes along.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#root a[data-language]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = new URL(location.href);
    if (link.dataset.language === "nb") address.searchParams.delete("lang");
    else address.searchParams.set("lang", link.dataset.language);
    location.assign(address);
  });

  // A button that copies the text of a field, and says so.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    const told = button.parentElement.querySelector("[role=status]");
    if (told) told.textContent = button.dataset.copied;
  });

  // Answers that stand in no file are gone when the page is left: the browser asks first.
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-unsaved]")) event.preventDefault();
  });

  // A package takes a while to make: say so, and hand it over when it is there.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-package]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const told = link.closest("section").querySelector("[role=status]");
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", link.dataset.making);
    told.replaceChildren(link.dataset.making, bar);
    link.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.statusText);
      const file = document.createElement("a");
      file.href = URL.createObjectURL(await answer.blob());
      file.download = decodeURIComponent(answer.headers.get("Content-Disposition")?.split("''")[1] ?? "pakke.zip");
      file.click();
      URL.revokeObjectURL(file.href);
      told.textContent = link.dataset.done;
    } catch {
      told.textContent = link.dataset.failed;
    }
    link.removeAttribute("aria-busy");
  });

  document.addEventListener("keydown", (event) => {
    const box = event.target.closest?.(".st-key-sokefelt");
    if (!box || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
    const results = [...box.querySelectorAll(".st-key-treff button")];
    if (!results.length) return;
    const at = results.indexOf(event.target.closest("button"));
    if (event.key === "Enter") {
      if (at < 0) {
        event.preventDefault();
        results[0].click();
      }
      return;
    }
    event.preventDefault();
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (next < 0) box.querySelector("input").focus();
    else results[Math.min(next, results.length - 1)].focus();
  });
})();
