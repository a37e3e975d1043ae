// Added to a copy of a report that is shown in a frame: measures it and tells the page around, a line each.
// "word W": a word of a table's cell. "fault: ...": something that should not be.
addEventListener("load", () => {
  const findings = [`width ${innerWidth}`];
  const fault = (text) => findings.push(`fault: ${text}`);
  const named = (element) => {
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()}> "${text}"`;
  };

  if (document.documentElement.scrollWidth > innerWidth)
    fault(`the page is ${document.documentElement.scrollWidth} pixels wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(".scroll") && !element.matches(".scroll")) continue;
    const right = element.getBoundingClientRect().right;
    if (right > innerWidth + 0.5) fault(`${named(element)} ends at ${right}`);
  }
  for (const cell of document.querySelectorAll("td, th, caption span")) {
    if (cell.clientWidth > 0 && cell.scrollWidth > cell.clientWidth + 1) fault(`${named(cell)} runs out of its cell`);
  }
  for (const frame of document.querySelectorAll(".overview .scroll")) {
    if (frame.scrollWidth > frame.clientWidth) fault("the overview has to be scrolled");
  }

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) fault(`id ${id} twice`);
  for (const link of document.querySelectorAll("a[href^='#']")) {
    if (!document.getElementById(link.getAttribute("href").slice(1))) fault(`${link.getAttribute("href")} leads nowhere`);
  }
  for (const element of document.querySelectorAll("[src], link, script[src], [href]:not([href^='#'])")) {
    const target = element.getAttribute("src") || element.getAttribute("href") || "";
    if (!target.startsWith("data:")) fault(`${named(element)} is fetched from elsewhere`);
  }
  for (const header of document.querySelectorAll("th:not([scope])")) fault(`${named(header)} has no scope`);
  for (const image of document.images) {
    if (!image.alt) fault("an image without alternative text");
    if (!image.complete || image.naturalWidth === 0) fault(`the image "${image.alt.slice(0, 40)}" is not shown`);
  }
  for (const landmark of ["header", "nav", "main"]) {
    if (document.querySelectorAll(landmark).length !== 1) fault(`${document.querySelectorAll(landmark).length} ${landmark}`);
  }

  // Contrast after WCAG 2: 4.5 to 1 at least.
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  findings.push(paper > 0.5 ? "light" : "dark");
  for (const element of document.querySelectorAll("body, a, .better, .worse, .quiet")) {
    const ink = luminance(getComputedStyle(element).color);
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5) fault(`${named(element)} has a contrast of ${contrast.toFixed(2)}`);
  }

  for (const cell of document.querySelectorAll("tbody td")) {
    const bare = cell.cloneNode(true);
    for (const mark of bare.querySelectorAll("sup")) mark.remove();
    for (const word of bare.textContent.split(/\s+/)) if (word && word.length <= 24) findings.push(`word ${word}`);
  }
  parent.postMessage(`\n${findings.join("\n")}\n`, "*");
});
