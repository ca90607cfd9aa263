// Lines that join equal figures: each in a lane of its own between the lines of text, so that none lies on another.

const SPACE = "http://www.w3.org/2000/svg";
const LANE = 5, MOST_LANES = 3, RADIUS = 4;

// Where a figure stands, counted from the corner of what holds both sides; `row` tells which line of text it is in.
function spot(figure, origin) {
  const box = figure.getClientRects()[0];
  return { x: box.left + box.width / 2 - origin.left, y: box.bottom - origin.top, row: Math.round((box.bottom - origin.top) / 12) };
}

// A path through corners, each of them rounded as far as there is room.
function rounded(points) {
  let path = `M${points[0]}`;
  for (let at = 1; at < points.length; at += 1) {
    const [x, y] = points[at], [px, py] = points[at - 1], next = points[at + 1];
    const length = Math.hypot(x - px, y - py);
    if (!next) { path += `L${x} ${y}`; continue; }
    const ahead = Math.hypot(next[0] - x, next[1] - y);
    const turn = Math.min(RADIUS, length / 2, ahead / 2);
    if (turn < 0.5) { path += `L${x} ${y}`; continue; }
    path += `L${x - ((x - px) / length) * turn} ${y - ((y - py) / length) * turn}`;
    path += `Q${x} ${y} ${x + ((next[0] - x) / ahead) * turn} ${y + ((next[1] - y) / ahead) * turn}`;
  }
  return path;
}

export function join(host, svg, gutter) {
  svg.replaceChildren();
  const origin = host.getBoundingClientRect();
  const [left, right] = [...host.querySelectorAll(".text")].map((side) => [...side.querySelectorAll(".figure")]);
  const pairs = left.flatMap((one) => right.filter((its) => its.dataset.letter === one.dataset.letter).map((its) => [spot(one, origin), spot(its, origin)]));
  const lanes = new Map();  // how many lie under each line of text
  const lane = (row) => { lanes.set(row, (lanes.get(row) ?? -1) + 1); return lanes.get(row) % MOST_LANES; };
  const middle = gutter.left - origin.left + gutter.width / 2;
  // What ends farther to the left on the other side turns off last, so that fewer lines cross.
  pairs.sort(([, one], [, other]) => one.y - other.y || other.x - one.x);
  pairs.forEach(([from, to], at) => {
    const first = lane(from.row), second = from.row === to.row ? first : lane(to.row);
    const [y, down] = [from.y + LANE * (first + 1), to.y + LANE * (second + 1)];
    const x = middle + (at - (pairs.length - 1) / 2) * Math.min(8, gutter.width / (pairs.length + 1));
    const corners = [[from.x, from.y], [from.x, y], ...(Math.abs(y - down) < 0.5 ? [] : [[x, y], [x, down]]), [to.x, down], [to.x, to.y]];
    const path = document.createElementNS(SPACE, "path");
    path.setAttribute("d", rounded(corners));
    svg.append(path);
  });
}
