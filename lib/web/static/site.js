/* Small helps on the pages: sortable tables, search results that arrow keys reach, and Norwegian in place of Streamlit's
   own English. Streamlit may redraw any part of the page at any time, so everything listens on the document, and what a
   redraw undoes is done anew. STREAMLIT_TEXTS stands before this script. */
(function () {
  "use strict";

  const sorted = new Map(); // name of the table -> {column, ascending}
  const collator = new Intl.Collator("nb");

  function valueOf(row, column) {
    const cell = row.cells[column];
    return "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent.trim();
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
    const compare = (a, b) => {
      const [first, second] = [valueOf(a, column), valueOf(b, column)];
      return typeof first === "number" ? first - second : collator.compare(first, second);
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
    if (element.childElementCount === 0 && element.textContent.length < 80) {
      const text = element.textContent.trim();
      if (text && norwegian(text) !== text) element.textContent = norwegian(text);
    }
  }

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") translate(target);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        translate(node);
        node.querySelectorAll("[aria-label], [title], a, [role=log] *, [id^=react-aria-description]").forEach(translate);
      }
    }
    // A redrawn table comes back in the server's order, without the mark that sort() leaves.
    for (const table of document.querySelectorAll("table[data-sortable]:not([data-sorted])")) sort(table);
  }).observe(document.documentElement, {
    attributeFilter: ["aria-label", "title"],
    attributes: true,
    childList: true,
    subtree: true,
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
