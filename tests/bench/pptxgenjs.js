// What somebody would write with PptxGenJS: the slides of a JSON file, drawn, unchecked and unmeasured.
//
//     node pptxgenjs.js slides.json deck.pptx LIBRARY
//
// LIBRARY is the file that Node loads for PptxGenJS, which need not be installed where this script is.

const fs = require("fs");

const [source, target, library] = process.argv.slice(2);
const PptxGenJS = require(library);

// In inches and points, of PptxGenJS's own 10 by 5.625 inches.
const TITLE = { x: 0.5, y: 0.3, w: 9, h: 0.9, fontSize: 32 };
const BODY = { x: 0.5, y: 1.3, w: 9, h: 4, fontSize: 20, valign: "top" };
const PICTURE = { x: 2, y: 1.3, w: 6, h: 3.375 };
const CAPTION = { x: 2, y: 4.8, w: 6, h: 0.5, fontSize: 14 };

// One slide, with its notes.
function draw(presentation, told) {
  const slide = presentation.addSlide();
  slide.addText(told.title, TITLE);
  if (told.picture) slide.addImage({ path: told.picture, ...PICTURE });
  const lines = told.lines.map(([level, text]) => ({
    text,
    options: { bullet: !told.picture, indentLevel: level, breakLine: true },
  }));
  if (lines.length) slide.addText(lines, told.picture ? CAPTION : BODY);
  slide.addNotes(told.notes);
}

const presentation = new PptxGenJS();
for (const told of JSON.parse(fs.readFileSync(source, "utf8"))) draw(presentation, told);
presentation.writeFile({ fileName: target });
