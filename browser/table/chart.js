// The outcomes of a table of cases as bars. The same numbers stand in the table below, so the picture is
// one image to a screen reader. D3 is loaded with this file, when the first chart is drawn.

import "../libraries/d3.js";

const ROW = 48;
const { axisBottom, scaleLinear, select } = globalThis.d3;

/** Draw into `place`: a bar for each outcome, as long as its number of rows. */
export function draw(place, outcomes) {
  place.hidden = false;
  const width = Math.min(place.clientWidth, 640);
  const height = outcomes.length * ROW;
  const x = scaleLinear([0, Math.max(...outcomes.map(({ count }) => count))], [0, width - 24]).nice();
  const svg = select(place).append("svg").attr("class", "bars").attr("role", "img");
  svg.attr("viewBox", `-8 0 ${width} ${height + 24}`).attr("width", width);
  svg.attr("aria-label", "Rows by outcome, as bars. The table below has the same numbers.");
  const bars = svg.selectAll("g").data(outcomes).join("g").attr("transform", (_, n) => `translate(0 ${n * ROW})`);
  bars.append("text").attr("y", 16).text(({ label, count }) => `${label}: ${count.toLocaleString("en-GB")}`);
  bars.append("rect").attr("y", 22).attr("height", 18).attr("width", ({ count }) => x(count));
  const whole = x.ticks(5).filter(Number.isInteger);
  svg.append("g").attr("transform", `translate(0 ${height})`).call(axisBottom(x).tickValues(whole).tickFormat((n) => n.toLocaleString("en-GB")));
}
