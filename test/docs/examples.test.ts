import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { type Example, examplesOf, preamble } from "./pages";
import { type ExampleResult } from "./run-examples";

const examples = policies.flatMap(({ id }) => examplesOf(id));

describe("the examples of the pages", function () {
  this.timeout(180_000);

  it("compile, strictly", () => {
    assert.deepEqual(compileErrors(examples), []);
  });

  it("are found where they are bad, and only there", () => {
    const results = runAll();
    assert.equal(results.length, examples.length);
    assert.deepEqual(results.flatMap(problemWith), []);
  });
});

function problemWith({ policy, kind, line, messages, undetermined, error }: ExampleResult): string[] {
  const where = `${policy}, line ${line}`;
  if (error !== undefined) return [`${where} does not run: ${error}`];
  if (kind === "good" && messages.length > 0) return [`${where} is good, but: ${messages.join("; ")}`];
  if (kind === "good" && undetermined > 0) return [`${where} is good, but not decided`];
  return kind === "bad" && messages.length === 0 ? [`${where} is bad, but nothing is found`] : [];
}

function runAll(): readonly ExampleResult[] {
  const output = execFileSync(process.execPath, [join(__dirname, "run-examples.js")], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(output.slice(output.indexOf("[{"))) as readonly ExampleResult[];
}

/** The errors of all examples, compiled in one program so that the types of AWS are read once. */
function compileErrors(all: readonly Example[]): readonly string[] {
  const sources = new Map(all.map((example, index) => [join(repositoryRoot, `example-${index}.ts`), example]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.Node20,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => sources.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, ...rest) => {
    const example = sources.get(file);
    return example
      ? ts.createSourceFile(file, `${preamble}export {};\n${example.code}`, ts.ScriptTarget.ES2023)
      : getSourceFile.call(host, file, ...rest);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((each) => {
    const example = each.file && sources.get(each.file.fileName);
    return `${example?.policy ?? "?"}, line ${example?.line ?? "?"}: ${ts.flattenDiagnosticMessageText(each.messageText, " ")}`;
  });
}
