import { buildSync } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Bundles the function with its AWS SDK clients into one file and returns that file's path. */
export function bundleResponder(directory: string = join(__dirname, "build")): string {
  // The program runs from TypeScript under Pulumi and from JavaScript once compiled.
  const source = join(__dirname, "handler.ts");
  const outfile = join(directory, "index.js");
  buildSync({
    entryPoints: [existsSync(source) ? source : join(__dirname, "handler.js")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    minify: true,
    legalComments: "none",
    logLevel: "error",
  });
  return outfile;
}
