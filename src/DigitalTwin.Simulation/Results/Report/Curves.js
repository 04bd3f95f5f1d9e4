// The curve of one asset of a map: every contender's mean over its replications through the day, its 95 % interval as a band, and the instant that the maps show.
(function () {
  var W = 1000, H = 240, LEFT = 60, RIGHT = 16, TOP = 12, BOTTOM = 28;

  function step(range, parts) {
    var rough = range / parts, power = Math.pow(10, Math.floor(Math.log10(rough))), fraction = rough / power;
    return power * (fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10);
  }

  function outline(points) {
    var path = "", drawing = false;
    points.forEach(function (p) {
      if (!isFinite(p[1])) { drawing = false; return; }
      path += (drawing ? "L" : "M") + p[0].toFixed(1) + " " + p[1].toFixed(1);
      drawing = true;
    });
    return path;
  }

  window.twinCurves = function (root, panel, e, both, make, figure) {
    var data = panel.data, field = panel.field(), times = data.times, low = Infinity, high = -Infinity;
    // An interval knows nothing of what a share cannot be.
    var least = field.low >= 0 ? 0 : -Infinity, most = field.unit === "%" ? 100 : Infinity;
    var curves = data.contenders.map(function (contender, c) {
      return times.map(function (t, f) {
        var mean = panel.mean(field, c, e, f + 1), half = panel.half(field, c, e, f + 1);
        if (isFinite(mean)) {
          low = Math.min(low, Math.max(least, mean - (isFinite(half) ? half : 0)));
          high = Math.max(high, Math.min(most, mean + (isFinite(half) ? half : 0)));
        }
        return { t: t, mean: mean, half: half };
      });
    });
    root.replaceChildren();
    root.hidden = false;
    var title = root.appendChild(document.createElement("h3"));
    title.append(panel.ids[e] + ": ", both(field.title), " (" + field.unit + ")");
    if (!(high >= low)) {
      root.appendChild(document.createElement("p")).appendChild(both(["Nothing is known of it.", "无数值。"]));
      return;
    }
    if (least === 0 && low < 0.4 * high) low = 0;
    if (high - low < 1e-9) high = low + 1;
    var tick = step(high - low, 4), from = Math.floor(low / tick + 1e-9) * tick, to = Math.ceil(high / tick - 1e-9) * tick;
    var begin = times[0], end = Math.max(times[times.length - 1], begin + 0.01);
    function X(t) { return LEFT + (t - begin) / (end - begin) * (W - LEFT - RIGHT); }
    function Y(v) { return H - BOTTOM - (v - from) / (to - from) * (H - TOP - BOTTOM); }
    var svg = make("svg", { "class": "chart", viewBox: "0 0 " + W + " " + H, role: "img", "aria-label": panel.ids[e] }, root);
    for (var v = from; v <= to + tick / 2; v += tick) {
      make("path", { "class": Math.abs(v) < tick / 1e6 ? "axis" : "grid", d: "M" + LEFT + " " + Y(v).toFixed(1) + "H" + (W - RIGHT) }, svg);
      make("text", { "class": "tick", x: LEFT - 8, y: (Y(v) + 4).toFixed(1), "text-anchor": "end" }, svg).textContent = figure(Math.abs(v) < tick / 1e6 ? 0 : v);
    }
    var hours = [1, 2, 3, 6, 12, 24, 48, 168].find(function (h) { return (end - begin) / h <= 12; }) || 720;
    for (var t = Math.ceil(begin / hours - 1e-9) * hours; t <= end + 1e-9; t += hours) {
      var label = t % 24 === 0 && hours >= 24 ? "+" + t / 24 + " d" : String(Math.floor(t % 24)).padStart(2, "0") + ":00";
      make("path", { "class": "axis", d: "M" + X(t).toFixed(1) + " " + (H - BOTTOM) + "v4" }, svg);
      make("text", { "class": "tick", x: X(t).toFixed(1), y: H - 8, "text-anchor": "middle" }, svg).textContent = label;
    }
    if (panel.state.frame > 0) make("path", { "class": "event", d: "M" + X(times[panel.state.frame - 1]).toFixed(1) + " " + TOP + "V" + (H - BOTTOM) }, svg);
    curves.forEach(function (points, c) {
      var known = points.filter(function (p) { return isFinite(p.mean) && isFinite(p.half); });
      if (known.length < 2) return;
      var band = known.map(function (p) { return [X(p.t), Y(Math.min(most, p.mean + p.half))]; }).concat(known.slice().reverse().map(function (p) { return [X(p.t), Y(Math.max(least, p.mean - p.half))]; }));
      make("path", { "class": "band", fill: data.contenders[c].colour, d: outline(band) + "Z" }, svg);
    });
    curves.forEach(function (points, c) {
      make("path", { "class": "line", stroke: data.contenders[c].colour, "stroke-dasharray": data.contenders[c].dashes, d: outline(points.map(function (p) { return [X(p.t), Y(p.mean)]; })) }, svg);
    });
    var legend = root.appendChild(document.createElement("ul"));
    legend.className = "legend";
    data.contenders.forEach(function (contender) {
      var item = legend.appendChild(document.createElement("li")), swatch = make("svg", { width: 30, height: 6, "aria-hidden": "true" }, item);
      make("path", { d: "M1 3H29", stroke: contender.colour, "stroke-width": 2.6, "stroke-dasharray": contender.dashes }, swatch);
      item.appendChild(both(contender.title));
    });
  };
})();
