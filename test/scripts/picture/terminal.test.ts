import assert from "node:assert/strict";
import { terminalPicture } from "../../../scripts/picture/svg";
import { parseTerminal, type Line } from "../../../scripts/picture/terminal";

const escape = "\u001b[";

function shown(line: Line | undefined): string {
  return (line ?? []).map(({ text }) => text).join("");
}

describe("parseTerminal", () => {
  it("keeps plain text as it is", () => {
    assert.deepEqual(parseTerminal("one\n\ntwo", 80).map(shown), ["one", "", "two"]);
  });

  for (const [name, code, color] of [
    ["a plain colour", "31", "red"],
    ["a bright colour", "92", "green"],
    ["an indexed colour", "38;5;13", "magenta"],
    ["a colour of the cube", "38;5;196", "red"],
    ["an unknown code", "53", "default"],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.deepEqual(parseTerminal(`${escape}${code}mx${escape}0m`, 80), [[{ text: "x", color, isBold: false }]]);
    });
  }

  it("carries a style over the end of a line until it is reset", () => {
    const lines = parseTerminal(`${escape}1;33ma\nb${escape}0mc`, 80);
    assert.deepEqual(lines[1], [
      { text: "b", color: "yellow", isBold: true },
      { text: "c", color: "default", isBold: false },
    ]);
  });

  it("drops sequences that move the cursor", () => {
    assert.deepEqual(parseTerminal(`${escape}2Kx${escape}1A`, 80).map(shown), ["x"]);
  });

  it("wraps at words and keeps the indentation", () => {
    assert.deepEqual(
      parseTerminal("  one two three", 9).map((line) => shown(line).trimEnd()),
      ["  one two", "  three"],
    );
  });
});

describe("terminalPicture", () => {
  it("escapes what XML would misread", () => {
    const picture = terminalPicture(parseTerminal("a < b && c > d", 80), 80, "<title>");
    assert.match(picture, /a &lt; b &amp;&amp; c &gt; d/);
    assert.match(picture, /<title>&lt;title&gt;<\/title>/);
  });

  it("marks colour and weight", () => {
    const picture = terminalPicture(parseTerminal(`${escape}1;31mno${escape}0m`, 80), 80, "t");
    assert.match(picture, /<tspan fill="#ff7b72" font-weight="bold">no<\/tspan>/);
  });
});
