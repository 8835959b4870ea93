// Order: steps go to places 1, 2, 3 and so on. Match: right sides go to the left sides, which are the places.
var items = all(".steps > li, .right > li");
var places = all(".left > li");

function ask() {
  var list = items[0].parentNode;
  var slots = items.map(function () { return 0; });
  var active = 0;

  function inOrder(mixed) {
    return mixed.every(function (item, index) { return position(item) === index + 1; });
  }
  function nextFree(from) {
    for (var step = 0; step < slots.length; step++) {
      if (!slots[(from + step) % slots.length]) { return (from + step) % slots.length; }
    }
    return -1;
  }
  function show() {
    items.forEach(function (item) {
      var place = slots.indexOf(position(item)) + 1;
      // A space has a baseline, so that an empty circle is on the line of the words.
      item.setAttribute("data-place", place ? digits(place) : "\u00a0");
      item.classList.toggle("picked", place > 0);
      item.setAttribute("aria-pressed", String(place > 0));
      nameFormula(item, place);
    });
    places.forEach(function (place, index) {
      place.classList.toggle("picked", slots[index] > 0);
      place.classList.toggle("active", index === active);
      place.setAttribute("aria-current", String(index === active));
    });
    remember({ slots: slots });
  }
  function put(item) {
    var taken = slots.indexOf(position(item));
    if (taken >= 0) {
      slots[taken] = 0;
      active = places.length ? taken : nextFree(0);
    } else {
      slots[active] = position(item);
      active = nextFree(places.length ? active : 0);
    }
    show();
  }

  do { items = shuffled(items); } while (items.length > 2 && inOrder(items));
  arrange(list, items);
  items.concat(places).forEach(function (item) {
    item.setAttribute("role", "button");
    item.parentNode.setAttribute("role", "group");
  });
  places.forEach(function (place, index) {
    place.setAttribute("data-place", digits(index + 1));
    nameFormula(place, index + 1);
  });
  tappable(places, function (place) { active = places.indexOf(place); show(); });
  tappable(items, put);
  onArrows(list, false, function () { return; }, put);
  show();
}

function reveal(state) {
  var answers = all("#answer li");
  var right = 0;
  root.querySelector(".answer").classList.add("checked");
  answers.forEach(function (answer, index) {
    // The place that the learner gave this step, or the partner that they gave this left side.
    var isMatch = items.length > 0;
    var given = isMatch ? state.slots[index] : state.slots.indexOf(index + 1) + 1;
    right += given === index + 1;
    answer.classList.add(given === index + 1 ? "good" : "bad");
    if (given === index + 1) { return; }
    var text = given ? (isMatch ? word("your-partner") : word("your-place", { place: given })) : word("you-none");
    // Beside a step, it ends the line; below a partner, it begins one.
    var said = annotate(answer, isMatch ? text[0].toUpperCase() + text.slice(1) : text);
    items.forEach(function (item) {
      if (position(item) !== given) { return; }
      var partner = said.appendChild(document.createElement("span"));
      partner.setAttribute("lang", root.lang);
      Array.prototype.forEach.call(item.childNodes, function (node) {
        partner.appendChild(node.cloneNode(true));
      });
    });
  });
  if (right === answers.length) {
    verdict("good", word("right"));
  } else {
    verdict(right ? "partly" : "bad", word("score", { right: right, total: answers.length }));
  }
}

root.classList.add("live");
if (!isBack) {
  ask();
} else if (remembered() && remembered().slots.some(Boolean)) {
  reveal(remembered());
}
