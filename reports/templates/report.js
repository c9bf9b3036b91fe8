"use strict";
// The page is complete without this script; it only filters, searches, folds and copies.
(function () {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const articles = all("article.finding");
  const form = document.getElementById("filter");

  const folds = all("details");
  folds.forEach((fold) => { fold.open = false; });
  window.addEventListener("beforeprint", () => folds.forEach((fold) => { fold.dataset.was = fold.open; fold.open = true; }));
  window.addEventListener("afterprint", () => folds.forEach((fold) => { fold.open = fold.dataset.was === "true"; }));

  if (form) {
    const field = { severity: "by-severity", rule: "by-rule", unit: "by-unit", words: "by-words" };
    for (const key in field) field[key] = document.getElementById(field[key]);
    const shown = document.getElementById("shown");
    const text = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));
    const fits = (article) => {
      const words = field.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      return (!field.severity.value || article.dataset.severity === field.severity.value)
        && (!field.rule.value || article.dataset.rule === field.rule.value)
        && (!field.unit.value || article.dataset.units.split("\n").includes(field.unit.value))
        && words.every((word) => text.get(article).includes(word));
    };
    const apply = () => {
      let count = 0;
      for (const article of articles) { article.hidden = !fits(article); if (!article.hidden) count += 1; }
      const words = shown.dataset.words.replace("{shown}", count).replace("{total}", articles.length);
      shown.textContent = count ? words : shown.dataset.nothing;
    };
    const show = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.hidden) { form.reset(); apply(); target.scrollIntoView(); }
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    window.addEventListener("hashchange", show);
    form.hidden = false;
    apply();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.classList.contains("permalink") && navigator.clipboard) {
      const words = link.textContent;
      navigator.clipboard.writeText(link.href).then(() => {
        link.textContent = link.dataset.copied;
        setTimeout(() => { link.textContent = words; }, 1500);
      }, () => {});
      return;
    }
    // Beside the findings, the plan's text scrolls by itself, so that the finding stays where it is.
    const target = document.getElementById(link.hash.slice(1));
    const paper = target && target.closest(".paper");
    if (!paper || paper.scrollHeight <= paper.clientHeight || getComputedStyle(paper).position !== "sticky") return;
    event.preventDefault();
    const y = window.scrollY;
    location.hash = link.hash;
    window.scrollTo(0, y);
    paper.scrollTop += target.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
  });
}());
