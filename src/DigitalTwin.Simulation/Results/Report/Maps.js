// Panels of maps: the drawings of the page are taken apart, so that every asset answers to a pointer, and follow the chosen field, instant and closeness. Without this script they stay as printed.
(function () {
  var SVG = "http://www.w3.org/2000/svg";
  var WIDTHS = [4, 6, 9, 12, 16];
  var UNKNOWN = "#C3C9D0";

  function make(name, attributes, parent) {
    var element = document.createElementNS(SVG, name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(element);
    return element;
  }

  // A text in both languages; the page shows the reader's.
  function both(texts, tag) {
    var fragment = document.createDocumentFragment();
    ["en", "zh-CN"].forEach(function (language, i) {
      var span = tag === "tspan" ? make("tspan", {}) : document.createElement("span");
      span.lang = language;
      span.setAttribute("lang", language);
      span.textContent = texts[i];
      fragment.appendChild(span);
    });
    return fragment;
  }

  function figure(value) {
    if (!isFinite(value)) return "–";
    var size = Math.abs(value);
    var digits = size === 0 ? 0 : Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(size))));
    return value.toLocaleString("en", { maximumFractionDigits: digits }).replace("-", "−");
  }

  function classOf(value, breaks) {
    var index = 0;
    while (index < breaks.length && value >= breaks[index]) index++;
    return index;
  }

  function Panel(root) {
    var data = JSON.parse(root.querySelector("script").textContent);
    var level = {};
    for (var i = 0; i < data.letters.length; i++) level[data.letters[i]] = i;
    var frames = data.frames.length, count = data.places.length / 2, lines = data.paths.length;
    var state = { field: 0, frame: data.frame, mode: data.contenders.length > 1 ? "difference" : "values", zoom: 1, x: 0, y: 0 };
    var ids = [], shapes = [], borrows = [];
    data.groups.forEach(function (group) {
      group.ids.forEach(function (id) { ids.push(group.prefix + id); shapes.push(group.shape); borrows.push(group.borrows); });
    });

    // Runs are shortened: a space and a letter stand for so many more of the letter before.
    function unpack(letters) {
      return letters.replace(/(.) (.)/g, function (_, letter, more) { return letter.repeat(level[more] + 4); });
    }

    data.fields.forEach(function (field) {
      ["mean", "half", "difference"].forEach(function (name) { if (field[name]) field[name] = field[name].map(unpack); });
    });
    if (data.widths) data.widths = data.widths.map(unpack);

    var panel = {
      data: data, state: state, frames: frames, ids: ids, difference: difference, sure: sure,
      field: function () { return data.fields[state.field]; },
      mean: function (field, c, e, f) { return read(field.mean[c], e, f, field.low, field.high); },
      half: function (field, c, e, f) { return field.half ? read(field.half[c], e, f, 0, field.high - field.low) : NaN; },
    };

    function read(letters, e, f, low, high) {
      var l = level[letters[e * frames + f]];
      return l === undefined ? NaN : low + (high - low) * (l / 84) * (l / 84);
    }

    function difference(field, c, e, f) {
      var l = level[field.difference[c][e * frames + f]];
      var k = (l - 42) / 42;
      return l === undefined ? NaN : Math.sign(k) * k * k * field.reach;
    }

    // The middle letter is a difference within noise.
    function sure(field, c, e, f) { return level[field.difference[c][e * frames + f]] !== 42; }

    var maps = Array.prototype.map.call(root.querySelectorAll("svg.map"), function (svg) {
      var marks = svg.querySelector(".marks"), fragment = document.createDocumentFragment(), drawn = [];
      for (var e = 0; e < count; e++) {
        var element = e < lines ? make("path", { d: data.paths[e], "class": shapes[e] }, fragment)
          : make("circle", { cx: data.places[2 * e], cy: data.places[2 * e + 1], r: data.radii[e - lines], "class": "disc" }, fragment);
        element.asset = e;
        drawn.push(element);
      }
      marks.replaceChildren(fragment);
      var box = svg.viewBox.baseVal;
      return { svg: svg, drawn: drawn, contender: Number(svg.dataset.contender), figure: svg.closest("figure"), width: box.width, height: box.height };
    });

    function isDifference(map) { return state.mode === "difference" && map.contender > 0; }

    function paint(map) {
      var field = panel.field(), c = map.contender, off = isDifference(map), keys = [];
      for (var e = 0; e < count; e++) {
        var value = off ? difference(field, c, e, state.frame) : panel.mean(field, c, e, state.frame);
        var known = isFinite(value), index = !known ? -1 : !off ? classOf(value, field.breaks) : sure(field, c, e, state.frame) ? classOf(value, field.difference_breaks) : 3;
        var colour = index < 0 ? UNKNOWN : off ? field.difference_colours[index] : field.colours[index];
        if (shapes[e] === "line") {
          map.drawn[e].setAttribute("stroke", colour);
          map.drawn[e].setAttribute("stroke-width", data.widths ? WIDTHS[level[data.widths[c][e * frames + state.frame]]] : WIDTHS[1]);
        } else map.drawn[e].setAttribute("fill", colour);
        keys.push(!known || borrows[e] ? -Infinity : off ? (index === 3 ? -Infinity : Math.abs(value)) : field.low_is_worse ? -value : value);
      }
      rank(map, keys, off);
      map.figure.querySelector(".when").replaceChildren(off ? both(["difference, " + data.frames[state.frame][0], "差异，" + data.frames[state.frame][1]]) : both(data.frames[state.frame]));
    }

    // The foremost places that lie apart from each other: ringed, numbered and listed.
    function rank(map, keys, off) {
      var order = keys.map(function (key, e) { return e; }).filter(function (e) { return keys[e] > -Infinity; }).sort(function (a, b) { return keys[b] - keys[a] || a - b; });
      var chosen = [];
      for (var e of order) {
        var apart = chosen.every(function (o) { return Math.hypot(data.places[2 * o] - data.places[2 * e], data.places[2 * o + 1] - data.places[2 * e + 1]) >= 200; });
        if (apart && chosen.push(e) === 5) break;
      }
      var rings = map.svg.querySelector(".rings"), body = map.figure.querySelector("tbody");
      rings.replaceChildren();
      body.replaceChildren();
      chosen.forEach(function (e, k) {
        var x = data.places[2 * e], y = data.places[2 * e + 1];
        make("circle", { "class": "worst", cx: x, cy: y, r: 26 }, rings);
        make("text", { "class": "place", x: x + 32, y: y - 14 }, rings).textContent = k + 1;
        var row = body.insertRow(), button = document.createElement("button");
        row.insertCell().textContent = k + 1;
        button.type = "button";
        button.className = "pick";
        button.textContent = ids[e];
        button.addEventListener("click", function () { curves(e); });
        row.insertCell().appendChild(button);
        var value = off ? difference(panel.field(), map.contender, e, state.frame) : panel.mean(panel.field(), map.contender, e, state.frame), cell = row.insertCell();
        cell.className = "number";
        cell.textContent = (off && value > 0 ? "+" : "") + figure(value) + " " + panel.field().unit;
      });
      if (chosen.length === 0) body.insertRow().insertCell().appendChild(both(off ? ["No difference beyond noise.", "无超出随机波动的差异。"] : ["Nothing is known.", "无数值。"]));
    }

    function legend(list, title, colours, labels) {
      if (!list) return;
      var items = [document.createElement("li")];
      items[0].className = "what";
      items[0].appendChild(both(title));
      colours.forEach(function (colour, k) {
        var item = document.createElement("li"), chip = document.createElement("span");
        chip.className = "chip";
        chip.style.background = colour;
        item.append(chip, both(labels[k]));
        items.push(item);
      });
      list.replaceChildren.apply(list, items);
    }

    function draw() {
      var field = panel.field(), first = data.contenders[0].title;
      maps.forEach(paint);
      legend(root.querySelector(".values"), [field.title[0] + " (" + field.unit + ")", field.title[1] + "（" + field.unit + "）"], field.colours, field.labels);
      if (field.difference) legend(root.querySelector(".difference"), ["Difference from “" + first[0] + "” (" + field.unit + ")", "与“" + first[1] + "”之差（" + field.unit + "）"], field.difference_colours, field.difference_labels);
      var other = root.querySelector("ul.difference");
      if (other) other.hidden = state.mode !== "difference";
      root.querySelector("output").replaceChildren(both(data.frames[state.frame]));
      if (panel.shown !== undefined) curves(panel.shown);
    }

    function curves(e) {
      panel.shown = e;
      window.twinCurves(root.querySelector(".curve"), panel, e, both, make, figure);
    }

    function press(group, act) {
      root.querySelectorAll("." + group + " button").forEach(function (button, _, all) {
        button.addEventListener("click", function () {
          act(button.value);
          if (button.hasAttribute("aria-pressed")) all.forEach(function (b) { b.setAttribute("aria-pressed", String(b === button)); });
        });
      });
    }

    press("fields", function (value) { state.field = Number(value); draw(); });
    press("modes", function (value) { state.mode = value; draw(); });
    root.querySelector("input[type=range]").addEventListener("input", function () { state.frame = Number(this.value); draw(); });

    window.twinPointer(panel, maps, press, curves, both, figure);
    draw();
  }

  document.addEventListener("DOMContentLoaded", function () { document.querySelectorAll(".panel").forEach(Panel); });
})();
