var list = root.querySelector(".options");
var several = root.getAttribute("data-several") === "yes";

function isRight(item) {
  var value = item.getAttribute("data-value");
  return item.hasAttribute("data-right") || (value !== null && value === list.getAttribute("data-answer"));
}

// A wrong option with a share of the credit, which only questions with one right option have.
function isPartly(item) {
  return item.hasAttribute("data-share");
}

// A formula that is all of an option is set as on a line of its own, in which fractions and exponents are larger.
all(".options > li").forEach(function (item) {
  if (!/^\\\((?:(?!\\\))[^])*\\\)$/.test(item.innerHTML.trim())) { return; }
  nameFormula(item);
  item.classList.add("alone");
  item.firstChild.data = item.firstChild.data.replace("\\(", "\\(\\displaystyle ");
});

// What is said about an option has room behind its words, or is left to the sign. Both are found out anew when formulas have
// been typeset, which have the room that they had on the front.
function fitLabels() {
  var said = all(".options > .said");
  said.forEach(function (item) { item.classList.add("narrow"); });
  fitFormulas();
  said.forEach(function (item) {
    var formula = item.querySelector("mjx-container");
    var height = item.offsetHeight, width = formula && formula.clientWidth;
    item.classList.remove("narrow");
    item.classList.toggle("narrow", item.offsetHeight > height || (!!formula && formula.clientWidth < width));
  });
}

function ask() {
  var items = all(".options > li");
  var picks = [];

  function show() {
    items.forEach(function (item) {
      var picked = picks.indexOf(position(item)) >= 0;
      item.classList.toggle("picked", picked);
      item.setAttribute("aria-checked", String(picked));
    });
    remember({ order: items.map(position), picks: picks });
  }
  function pick(item) {
    var place = position(item);
    if (!several) {
      picks = [place];
    } else if (picks.indexOf(place) >= 0) {
      picks = picks.filter(function (other) { return other !== place; });
    } else {
      picks = picks.concat(place);
    }
    show();
  }

  if (list.hasAttribute("data-shuffle")) {
    var pinned = list.hasAttribute("data-pin-last") ? items.pop() : null;
    items = shuffled(items).concat(pinned || []);
    arrange(list, items);
  }
  list.setAttribute("role", several ? "group" : "radiogroup");
  list.setAttribute("aria-label", word("options"));
  items.forEach(function (item) {
    item.setAttribute("role", several ? "checkbox" : "radio");
    nameFormula(item);
  });
  tappable(items, pick);
  onArrows(list, !several, several ? function () { return; } : pick, pick);
  show();
}

function reveal(state) {
  var items = all(".options > li");
  var found = 0, wrong = 0, right = 0, partly = false;
  arrange(list, items.slice().sort(function (one, other) {
    return state.order.indexOf(position(one)) - state.order.indexOf(position(other));
  }));
  items.forEach(function (item) {
    var picked = state.picks.indexOf(position(item)) >= 0;
    right += isRight(item);
    found += picked && isRight(item);
    wrong += picked && !isRight(item);
    partly = partly || (picked && isPartly(item));
    if (!picked && !(isRight(item) && state.picks.length)) { return; }
    if (picked) {
      item.classList.add(isRight(item) ? "picked" : isPartly(item) ? "partly" : "wrong");
    } else if (several) {
      item.classList.add("missed");
    }
    // Of two answers, the verdict and the signs say enough.
    if (list.classList.contains("truth")) { return; }
    annotate(item, word(picked ? "your-answer" : several ? "missed" : "right-answer"));
  });
  fitLabels();
  new MutationObserver(fitLabels).observe(list, { childList: true, subtree: true });
  if (!state.picks.length) { return; }
  if (found === right && !wrong) {
    verdict("good", word("right"));
  } else if (several) {
    verdict(found ? "partly" : "bad", word(wrong ? "found-and-wrong" : "found", { found: found, right: right, wrong: wrong }));
  } else {
    verdict(partly ? "partly" : "bad", word(partly ? "partly" : "wrong"));
  }
}

root.classList.add("live");
if (!isBack) {
  ask();
} else if (remembered()) {
  reveal(remembered());
}
