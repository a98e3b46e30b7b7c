// Moves items of a tree by dragging. The same is done, without script, by the form on an item's page.
"use strict";

(() => {
  const form = document.getElementById("tree-move");
  if (!form) {
    return;
  }
  const path = form.getAttribute("action");
  let dragged = null;

  const itemAt = (target) => target instanceof Element ? target.closest("li[data-item]") : null;

  const forget = () => {
    document.querySelectorAll("[data-drop]").forEach((each) => each.removeAttribute("data-drop"));
  };

  // The upper third of a line means before it, the lower third after it, the middle below it.
  const where = (item, event) => {
    const line = item.querySelector(":scope > details > summary") || item;
    const box = line.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    return share < 1 / 3 ? "before" : share > 2 / 3 ? "after" : "below";
  };

  document.addEventListener("dragstart", (event) => {
    dragged = itemAt(event.target);
    if (dragged) {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged.dataset.item);
    }
  });

  const over = (event) => {
    const item = itemAt(event.target);
    forget();
    if (dragged && item && !dragged.contains(item)) {
      event.preventDefault();
      item.setAttribute("data-drop", where(item, event));
    }
  };

  document.addEventListener("dragenter", over);
  document.addEventListener("dragover", over);

  document.addEventListener("dragend", () => {
    forget();
    dragged = null;
  });

  document.addEventListener("drop", (event) => {
    const item = itemAt(event.target);
    if (!dragged || !item || dragged.contains(item)) {
      return;
    }
    event.preventDefault();
    const to = where(item, event);
    let place = "";
    if (to !== "below") {
      place = Number(item.dataset.place) + (to === "after" ? 1 : 0);
      const earlier = dragged.dataset.parent === item.dataset.parent
        && Number(dragged.dataset.place) < Number(item.dataset.place);
      place = earlier ? place - 1 : place;
    }
    form.setAttribute("action", path + dragged.dataset.item + "/move");
    form.elements.parent.value = to === "below" ? item.dataset.item : item.dataset.parent;
    form.elements.place.value = place;
    form.submit();
  });
})();
