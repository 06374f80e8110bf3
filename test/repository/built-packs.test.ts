import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packs } from "../../packs";
import { repositoryRoot } from "../../scripts/root";

describe("the folders of packs", () => {
  for (const name of Object.keys(packs)) {
    it(`${name} is what a path without an ending leads to`, () => {
      const folder = join(repositoryRoot, "dist/packs", name);
      // Node would take a file `<name>.js` beside the folder instead of the folder.
      assert.equal(existsSync(`${folder}.js`), false);
      assert.equal(require.resolve(folder), join(folder, "index.js"));
    });
  }
});
