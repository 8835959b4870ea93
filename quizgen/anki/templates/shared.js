function remember(state) {
  keep("quizgenState", state);
}

function remembered() {
  return kept("quizgenState");
}

function position(item) {
  return Number(item.getAttribute("data-position"));
}

function arrange(list, items) {
  items.forEach(function (item) { list.appendChild(item); });
}

// Fisher-Yates: every order is equally likely.
function shuffled(items) {
  var mixed = items.slice();
  for (var last = mixed.length - 1; last > 0; last--) {
    var other = Math.floor(Math.random() * (last + 1));
    var item = mixed[last];
    mixed[last] = mixed[other];
    mixed[other] = item;
  }
  return mixed;
}

// An element with words of the card itself.
function words(name, className, text) {
  var element = document.createElement(name);
  element.className = className;
  element.setAttribute("lang", word("language"));
  // Its own direction keeps these words from setting the direction of the list around them.
  element.setAttribute("dir", "auto");
  element.textContent = text;
  return element;
}

function annotate(item, text) {
  item.classList.add("said");
  return item.appendChild(words("span", "yours", text));
}

// Clients scroll to the element "answer", so what is said about all of it comes first in it. The outcome is "good", "partly",
// "differs", "bad" or, if the learner is to judge, "compare".
function verdict(outcome, text) {
  var answer = document.getElementById("answer");
  answer.insertBefore(words("p", "verdict " + outcome, text), answer.firstChild).setAttribute("role", "status");
}

// A button or option with a formula in it has no name for a screen reader unless it is given one: the source of the
// formula, which is still there when this runs first.
function nameFormula(item, place) {
  var source = item.getAttribute("data-source");
  if (source === null) {
    source = /\\[([]/.test(item.textContent) || item.querySelector("mjx-container") ? item.textContent.replace(/\\[()[\]]/g, "") : "";
    item.setAttribute("data-source", source);
  }
  if (source) { item.setAttribute("aria-label", (place ? place + " " : "") + source); }
}

// Formulas in options, steps and partners are set smaller, down to three quarters, if one of them is too wide for its box,
// and scroll only then. The client typesets them later, before it shows the card.
function fitFormulas() {
  var formulas = all("li mjx-container");
  var scale = 1;
  formulas.forEach(function (formula) {
    formula.size = formula.size || parseFloat(formula.style.fontSize) || 100;
    formula.style.fontSize = formula.size + "%";
  });
  formulas.forEach(function (formula) {
    var box = formula.closest(".formula") || formula;
    var style = getComputedStyle(box), padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    if (box.scrollWidth > box.clientWidth) {
      scale = Math.min(scale, (box.clientWidth - padding - 1) / (box.scrollWidth - padding));
    }
  });
  formulas.forEach(function (formula) { formula.style.fontSize = formula.size * Math.max(scale, 0.75) + "%"; });
}

new MutationObserver(fitFormulas).observe(root, { childList: true, subtree: true });

// Clients leave a tap on a "tappable" element to the card instead of treating it as a gesture.
function tappable(items, tapped) {
  items.forEach(function (item, index) {
    item.classList.add("tappable");
    item.setAttribute("tabindex", index ? "-1" : "0");
    item.addEventListener("click", function (event) {
      if (event.target.closest("a") || String(window.getSelection())) { return; }
      tapped(item);
    });
  });
}

// Arrow keys only: Anki's desktop handles digits, most letters, Space and Enter before a card sees them.
function onArrows(list, across, moved, pressed) {
  document.addEventListener("keydown", function listener(event) {
    if (!document.body.contains(root)) {
      document.removeEventListener("keydown", listener);
      return;
    }
    var step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    var side = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(step || side)) { return; }
    event.preventDefault();
    var items = Array.prototype.slice.call(list.children);
    var at = items.indexOf(document.activeElement);
    if (side && !across) {
      if (at >= 0) { pressed(items[at]); }
      return;
    }
    step = step || (event.key === "ArrowLeft" ? -1 : 1);
    at = at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length;
    items.forEach(function (item, index) { item.setAttribute("tabindex", index === at ? "0" : "-1"); });
    items[at].focus();
    moved(items[at]);
  });
}
