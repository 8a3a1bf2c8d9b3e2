// Shows the document that the address names: index.html#v2, or the first one.
const links = [...document.querySelectorAll("nav a[data-name]")];

function named() {
  const wanted = location.hash.slice(1).split("/")[0];
  return links.find((link) => link.dataset.name === wanted) || links[0];
}

function show(link) {
  link.setAttribute("aria-current", "page");
  const script = document.createElement("script");
  script.src = `${link.dataset.name}.js`;
  script.onload = () =>
    Scalar.createApiReference("#app", {
      content: window.description,
      // Nothing is asked of the network, and nobody is told.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      hideClientButton: true,
      hideTestRequestButton: true,
      showDeveloperTools: "never",
      pathRouting: undefined,
    });
  document.body.append(script);
}

const shown = named();
show(shown);
links.forEach((link) =>
  link.addEventListener("click", () => link !== shown && setTimeout(() => location.reload(), 0)),
);
