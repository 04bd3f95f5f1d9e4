// What a pointer does on the maps of a panel: it asks an asset for its values, picks it for its curve, and moves all maps together when they are shown closer.
(function () {
  window.twinPointer = function (panel, maps, press, pick, both, figure) {
    var data = panel.data, state = panel.state, count = panel.ids.length;

    function look() {
      maps.forEach(function (map) {
        var w = map.width / state.zoom, h = map.height / state.zoom;
        state.x = Math.max(0, Math.min(state.x, map.width - w));
        state.y = Math.max(0, Math.min(state.y, map.height - h));
        map.svg.setAttribute("viewBox", [state.x, state.y, w, h].join(" "));
        map.svg.classList.toggle("close", state.zoom > 1);
      });
    }

    press("zoom", function (value) {
      var map = maps[0], before = state.zoom;
      state.zoom = Math.max(1, Math.min(8, value === "in" ? before * 1.6 : before / 1.6));
      state.x += map.width / 2 * (1 / before - 1 / state.zoom);
      state.y += map.height / 2 * (1 / before - 1 / state.zoom);
      look();
    });

    // The asset beneath the pointer, or the nearest within a dozen pixels.
    function nearest(map, event) {
      if (event.target.asset !== undefined) return event.target.asset;
      var point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.svg.getScreenCTM().inverse());
      var reach = 12 * map.width / state.zoom / map.svg.clientWidth, best = -1, least = reach * reach;
      for (var e = 0; e < count; e++) {
        var d = Math.pow(data.places[2 * e] - point.x, 2) + Math.pow(data.places[2 * e + 1] - point.y, 2);
        if (d < least) { least = d; best = e; }
      }
      return best;
    }

    var tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    document.body.appendChild(tip);

    function tell(e, event) {
      var field = panel.field(), lines = [document.createElement("strong")];
      lines[0].textContent = panel.ids[e];
      data.contenders.forEach(function (contender, c) {
        var line = document.createElement("div");
        line.append(both(contender.title), ": " + figure(panel.mean(field, c, e, state.frame)) + " " + field.unit);
        if (c > 0 && field.difference) {
          var d = panel.difference(field, c, e, state.frame);
          if (panel.sure(field, c, e, state.frame)) line.append(" (" + (d > 0 ? "+" : "") + figure(d) + ")");
          else line.append(" (", both(["within noise", "在随机波动内"]), ")");
        }
        lines.push(line);
      });
      tip.replaceChildren.apply(tip, lines);
      tip.hidden = false;
      tip.style.left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8) + "px";
      tip.style.top = Math.min(event.clientY + 14, window.innerHeight - tip.offsetHeight - 8) + "px";
    }

    maps.forEach(function (map) {
      var from = null, isMoved = false;
      map.svg.addEventListener("pointermove", function (event) {
        if (from && state.zoom > 1) {
          var scale = map.width / state.zoom / map.svg.clientWidth;
          state.x = from.x - (event.clientX - from.clientX) * scale;
          state.y = from.y - (event.clientY - from.clientY) * scale;
          isMoved = isMoved || Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 4;
          look();
          return;
        }
        var e = nearest(map, event);
        if (e < 0) tip.hidden = true;
        else tell(e, event);
      });
      map.svg.addEventListener("pointerdown", function (event) {
        from = { clientX: event.clientX, clientY: event.clientY, x: state.x, y: state.y };
        isMoved = false;
      });
      window.addEventListener("pointerup", function () { from = null; });
      map.svg.addEventListener("pointerleave", function () { tip.hidden = true; });
      // Who has dragged the map has picked nothing.
      map.svg.addEventListener("click", function (event) {
        var e = isMoved ? -1 : nearest(map, event);
        if (e >= 0) pick(e);
      });
    });
  };
})();
