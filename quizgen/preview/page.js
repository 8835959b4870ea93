"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const articles = [...document.querySelectorAll("article")];
  const total = articles.filter((article) => article.dataset.kind).length;
  const keys = new Map([...document.querySelectorAll(".key [data-for]")].map((item) => [item.dataset.for, item]));
  const search = $("search"), topic = $("topic"), kind = $("kind"), priority = $("priority"), diagnosed = $("diagnosed");
  const fold = $("fold"), take = $("take");

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
        && (!priority?.value || article.dataset.priority === priority.value) && !(taking() && "retired" in article.dataset)
        && (!diagnosed?.checked || article.querySelector(".diagnostics")) && wanted.every((word) => text(article).includes(word));
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

  // Practice. What is picked or arranged is graded by the rules of quizgen/grading/partial.py (a test compares the two);
  // what is typed is right if it is one of the accepted forms, and otherwise judged by the learner, like what is recalled,
  // because only quizgen itself knows the other rules for typed answers.
  const taking = () => document.body.classList.contains("taking");
  function setTaking(on) {
    document.body.classList.toggle("taking", on);
    take.setAttribute("aria-pressed", on);
    take.textContent = on ? "Stop" : "Practice";
    fold.hidden = on;
    for (const article of articles) reset(article);
    unfold(false);
    filter();
  }
  function reset(article) {
    article.classList.remove("done", "turned", "good", "bad", "partly");
    delete article.dataset.credit;
    for (const field of article.querySelectorAll("input, select")) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else field.value = "";
      field.disabled = false;
    }
    for (const button of article.querySelectorAll("[data-do]")) button.hidden = ["right", "wrong"].includes(button.dataset.do);
    const output = article.querySelector(".take output");
    if (output) output.textContent = "";
  }
  const isRight = (box) => box.closest("li").hasAttribute("data-right");
  function single(article) {
    const picked = article.querySelector(".options input:checked");
    return picked ? { credit: isRight(picked) ? 1 : Number(picked.closest("li").dataset.share || 0) } : { missing: "Pick an option first." };
  }
  function multiple(article) {
    const boxes = [...article.querySelectorAll(".options input")];
    const picked = boxes.filter((box) => box.checked);
    if (!picked.length) return { missing: "Pick an option first." };
    const right = boxes.filter(isRight).length;
    const hits = picked.filter(isRight).length;
    return { credit: Math.max(hits / right - (picked.length - hits) / Math.max(boxes.length - right, 2), 0) };
  }
  function order(article) {
    const items = [...article.querySelectorAll("li[data-step]")];
    const position = (item) => Number(item.querySelector("select").value);
    if (new Set(items.map(position).filter(Boolean)).size < items.length) return { missing: "Give each step its own number first." };
    const steps = items.sort((a, b) => position(a) - position(b)).map((item) => Number(item.dataset.step));
    return { credit: steps.slice(1).filter((step, index) => step === steps[index] + 1).length / (steps.length - 1) };
  }
  function match(article) {
    const items = [...article.querySelectorAll("li[data-letter]")];
    const letter = (item) => item.querySelector("select").value;
    if (!items.some(letter)) return { missing: "Match at least one pair first." };
    return { credit: items.filter((item) => letter(item) === item.dataset.letter).length / items.length };
  }
  const graders = { choice: single, true_false: single, multiple, order, match };
  function settle(article, credit) {
    article.dataset.credit = credit;
    article.classList.add("done", credit === 1 ? "good" : credit ? "partly" : "bad");
    article.querySelector(".take output").textContent =
      credit === 1 ? "✓ Correct" : credit ? `◐ Partly correct (${Math.round(100 * credit)}%)` : "✗ Wrong";
    for (const field of article.querySelectorAll("input, select")) field.disabled = true;
    for (const button of article.querySelectorAll("[data-do]")) button.hidden = true;
    article.querySelector(".answer").open = true;
    score();
  }
  function score() {
    const shown = articles.filter((article) => !article.hidden && article.dataset.kind);
    const done = shown.filter((article) => article.classList.contains("done"));
    const credit = done.reduce((sum, article) => sum + Number(article.dataset.credit), 0);
    const number = (name) => done.filter((article) => article.classList.contains(name)).length;
    const partly = number("partly") ? `, ${number("partly")} partly correct` : "";
    const filtered = shown.length < total ? `${shown.length} of ${total} questions` : "";
    $("score").textContent = !taking() ? filtered : done.length
      ? `Score: ${Math.round(100 * credit / done.length)}% (${number("good")} of ${done.length} correct${partly}), ${shown.length - done.length} left`
      : `${shown.length} left`;
  }
  function plain(text, accepted) {
    let words = text.normalize("NFC").trim().replace(/\s+/g, " ").replace(/\.$/, "");
    if (!accepted.case) words = words.toLowerCase();
    return accepted.accents ? words : words.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function isAccepted(box) {
    const accepted = JSON.parse(box.dataset.accepted);
    return accepted !== null && accepted.forms.some((form) => plain(form, accepted) === plain(box.value, accepted));
  }
  function act(article, what) {
    const boxes = [...article.querySelectorAll(".typing input")];
    if (what === "show" && boxes.length && boxes.every(isAccepted)) {
      settle(article, 1);
    } else if (what === "show") {
      article.querySelector(".answer").open = true;
      article.classList.add("turned");
      for (const field of article.querySelectorAll("input")) field.disabled = true;
      for (const button of article.querySelectorAll("[data-do]")) button.hidden = button.dataset.do === "show";
      article.querySelector("[data-do=right]").focus();
    } else if (what === "check") {
      const { credit, missing } = graders[article.dataset.kind](article);
      if (missing) article.querySelector(".take output").textContent = missing;
      else settle(article, credit);
    } else {
      settle(article, what === "right" ? 1 : 0);
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
      act(article, event.target.matches(".typing input") ? "show" : "check");
    }
  });

  // A printed sheet does not show the answers that were given on it.
  let paused = false;
  addEventListener("beforeprint", () => {
    paused = taking();
    document.body.classList.remove("taking");
  });
  addEventListener("afterprint", () => document.body.classList.toggle("taking", paused));

  // Filters survive a reload, because a watched page reloads by itself.
  const store = `quizgen ${location.pathname}`;
  function keep() {
    try {
      sessionStorage.setItem(store, JSON.stringify([search.value, topic.value, kind.value, Boolean(diagnosed?.checked), priority?.value]));
    } catch { /* storage may be switched off */ }
  }
  function recall() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(store));
      if (!kept) return;
      search.value = kept[0];
      if ([...topic.options].some((option) => option.value === kept[1])) topic.value = kept[1];
      if ([...kind.options].some((option) => option.value === kept[2])) kind.value = kept[2];
      if (diagnosed) diagnosed.checked = kept[3];
      if (priority) priority.value = kept[4] ?? "";
      filter();
    } catch { /* nothing kept */ }
  }

  take.addEventListener("click", () => setTaking(!taking()));
  const form = document.querySelector(".tools");
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A question that the article links to is shown even if the filters hide it.
  document.querySelector(".text")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && document.querySelector(link.hash).hidden) {
      form.reset();
      filter();
    }
  });
  recall();

  // A watched page reads the script in its folder again and again; it does not reload while somebody is practicing.
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
