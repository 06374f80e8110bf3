import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

function rootAbove(directory: string): string {
  if (existsSync(join(directory, "package.json"))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`no package.json above \`${__dirname}\``);
  return rootAbove(parent);
}

/** The folder of the checkout: the one with package.json, above both the sources and `dist`. */
export const repositoryRoot: string = rootAbove(__dirname);
