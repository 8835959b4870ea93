"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const articles = [...document.querySelectorAll("article")];
  const total = articles.filter((article) => article.dataset.kind).length;
  const keys = new Map([...document.querySelectorAll(".key [data-for]")].map((item) => [item.dataset.for, item]));
  const search = $("search"), topic = $("topic"), kind = $("kind"), noted = $("noted"), fold = $("fold"), take = $("take");
  // The grading here forgives case, accents, signs and spaces. quizgen itself forgives more, and explains what it did.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const same = (given, right) => (plain(right) ? plain(given) === plain(right) : given.trim() === right.trim());
  const number = (text) => {
    const tidy = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(/−/g, "-").replace(/,(?=\d{3}(\D|$))/g, "").replace(",", ".");
    const found = tidy.match(/^[^\d.+-]*([-+]?(?:\d+\.?\d*|\.\d+))\D*$/);
    return found ? Number(found[1]) : NaN;
  };

  // Filters.
  const texts = new Map();
  const text = (article) => {
    if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase());
    return texts.get(article);
  };
  function filter() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const article of articles) {
      const shown = (!topic.value || article.dataset.topic === topic.value) && (!kind.value || article.dataset.kind === kind.value)
        && (!noted?.checked || article.querySelector(".notes")) && wanted.every((word) => text(article).includes(word));
      article.hidden = !shown;
      const key = keys.get(article.id);
      if (key) key.hidden = !shown;
      count += shown ? 1 : 0;
    }
    document.querySelector(".none").hidden = count > 0;
    score();
    keep();
  }

  // Answers.
  const answers = () => document.querySelectorAll("details.answer");
  function unfold(open) {
    for (const details of answers()) details.open = open;
    fold.textContent = open ? "Hide answers" : "Show answers";
  }
  fold.addEventListener("click", () => unfold(fold.textContent === "Show answers"));

  // Take it.
  const taking = () => document.body.classList.contains("taking");
  function setTaking(on) {
    document.body.classList.toggle("taking", on);
    take.setAttribute("aria-pressed", on);
    take.textContent = on ? "Stop" : "Take it";
    fold.hidden = on;
    for (const article of articles) reset(article);
    unfold(false);
    score();
    keep();
  }
  function reset(article) {
    article.classList.remove("done", "turned", "good", "bad");
    for (const field of article.querySelectorAll("input, select")) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else field.value = "";
      field.disabled = false;
    }
    for (const button of article.querySelectorAll("[data-do]")) button.hidden = ["knew", "missed"].includes(button.dataset.do);
    const output = article.querySelector(".take output");
    if (output) output.textContent = "";
  }
  /* How many parts of the answer are right, and of how many; null where nothing is given. */
  function grade(article) {
    const share = (parts) => [parts.filter(Boolean).length, parts.length];
    const selects = [...article.querySelectorAll("select")];
    if (selects.length) {
      return selects.every((select) => !select.value) ? null
        : share(selects.map((select) => select.value === select.closest("li").dataset.place));
    }
    const boxes = [...article.querySelectorAll(".options input")];
    if (boxes.length) {
      if (!boxes.some((box) => box.checked)) return null;
      return [boxes.every((box) => box.checked === box.closest("li").hasAttribute("data-right")) ? 1 : 0, 1];
    }
    const fields = [...article.querySelectorAll(".typing input")];
    if (fields.every((field) => !field.value.trim())) return null;
    if (article.dataset.low !== undefined) {
      const given = number(fields[0].value);
      return [given >= Number(article.dataset.low) && given <= Number(article.dataset.high) ? 1 : 0, 1];
    }
    return share(fields.map((field) => JSON.parse(field.dataset.accept).some((right) => same(field.value, right))));
  }
  function settle(article, [right, parts]) {
    const good = right === parts;
    article.dataset.points = right / parts;
    article.classList.add("done", good ? "good" : "bad");
    article.querySelector(".take output").textContent = good ? "✓ Right" : right ? `◐ ${right} of ${parts} right` : "✗ Not right";
    for (const field of article.querySelectorAll("input, select")) field.disabled = true;
    for (const button of article.querySelectorAll("[data-do]")) button.hidden = true;
    article.querySelector(".answer").open = true;
    score();
  }
  function score() {
    const shown = articles.filter((article) => !article.hidden && article.dataset.kind);
    const done = shown.filter((article) => article.classList.contains("done"));
    const points = done.reduce((sum, article) => sum + Number(article.dataset.points), 0);
    const filtered = shown.length < total ? `${shown.length} of ${total} questions` : "";
    $("score").textContent = !taking() ? filtered : done.length
      ? `${Math.round(points * 10) / 10} of ${done.length} right (${Math.round(100 * points / done.length)}%), ${shown.length - done.length} to go`
      : `${shown.length} to go`;
  }
  function act(article, what) {
    if (what === "show") {
      article.querySelector(".answer").open = true;
      article.classList.add("turned");
      for (const button of article.querySelectorAll("[data-do]")) button.hidden = button.dataset.do === "show";
      article.querySelector("[data-do=knew]").focus();
    } else if (what === "check") {
      const result = grade(article);
      if (result) settle(article, result);
      else article.querySelector(".take output").textContent = "Answer first.";
    } else {
      settle(article, [what === "knew" ? 1 : 0, 1]);
    }
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) act(button.closest("article"), button.dataset.do);
  });
  document.addEventListener("keydown", (event) => {
    const article = event.target.closest?.("article");
    if (event.key === "Enter" && article && event.target.matches(".typing input, .options input")) {
      event.preventDefault();
      act(article, "check");
    }
  });

  // A sheet is printed without what has been answered on it.
  let paused = false;
  addEventListener("beforeprint", () => {
    paused = taking();
    document.body.classList.remove("taking");
  });
  addEventListener("afterprint", () => document.body.classList.toggle("taking", paused));

  // What is chosen outlives a reload, which a watched page does by itself.
  const store = `quizgen ${location.pathname}`;
  function keep() {
    try {
      sessionStorage.setItem(store, JSON.stringify([search.value, topic.value, kind.value, Boolean(noted?.checked)]));
    } catch { /* storage may be switched off */ }
  }
  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(store));
      if (!kept) return;
      search.value = kept[0];
      if ([...topic.options].some((option) => option.value === kept[1])) topic.value = kept[1];
      if ([...kind.options].some((option) => option.value === kept[2])) kind.value = kept[2];
      if (noted) noted.checked = kept[3];
      filter();
    } catch { /* nothing kept */ }
  }

  take.addEventListener("click", () => setTaking(!taking()));
  const form = document.querySelector(".tools");
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A question that the text leads to shows, whatever the filters say.
  document.querySelector(".text")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && document.querySelector(link.hash).hidden) {
      form.reset();
      filter();
    }
  });
  recall();

  // A watched page looks at the script beside it; it holds back while somebody takes the quiz.
  const { stamp, script } = document.documentElement.dataset;
  if (stamp) {
    setInterval(() => {
      const look = document.createElement("script");
      look.src = `${script}?${Date.now()}`;
      look.onload = look.onerror = () => {
        look.remove();
        if (window.quizgenStamp && window.quizgenStamp !== stamp && !taking()) location.reload();
      };
      document.head.append(look);
    }, 700);
  }
})();
