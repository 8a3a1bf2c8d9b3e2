(() => {
  "use strict";
  const search = document.getElementById("search");
  const state = document.getElementById("state");
  const shown = document.getElementById("shown");
  const items = [...document.querySelectorAll("[data-text]")];
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let rows = 0;
    for (const item of items) {
      const fits = words.every((word) => item.dataset.text.includes(word))
        && (!state.value || item.dataset.states.split(",").includes(state.value));
      item.hidden = !fits;
      if (fits && item.classList.contains("row")) rows += 1;
    }
    shown.textContent = `${rows} of ${shown.dataset.all} operations`;
  };
  const open = () => {
    const there = location.hash && document.getElementById(location.hash.slice(1));
    if (there) { there.hidden = false; there.open = true; there.scrollIntoView(); }
  };
  search.addEventListener("input", filter);
  state.addEventListener("change", filter);
  addEventListener("hashchange", open);
  filter();
  open();
})();
