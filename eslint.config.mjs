import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** What each layer may import of ours: the arrows of docs/architecture.md. */
const arrows = {
  "lib/core": [],
  "lib/access": ["lib/core"],
  "lib/patterns": ["lib/core"],
  "lib/graph": ["lib/core"],
  "lib/aws": ["lib/core", "lib/access", "lib/patterns", "lib/graph"],
  policies: ["lib/core", "lib/access", "lib/patterns", "lib/aws", "lib/graph"],
  "lib/engine": ["lib/core"],
  "lib/crossguard": ["lib/core", "lib/engine"],
};
const places = [
  "lib/core",
  "lib/access",
  "lib/patterns",
  "lib/graph",
  "lib/aws",
  "lib/engine",
  "lib/crossguard",
  "policies",
  "packs",
  "cli",
  "scripts",
  "test",
  "bench",
  "examples",
  "index.ts",
];

const zones = Object.entries(arrows).flatMap(([target, allowed]) => ({
  target: `./${target}`,
  from: places.filter((place) => place !== target && !allowed.includes(place)).map((place) => `./${place}`),
  message: `${target} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}`,
}));

const pure = [
  "lib/core/**",
  "lib/access/**",
  "lib/patterns/**",
  "lib/graph/**",
  "lib/aws/**",
  "lib/engine/**",
  "policies/**",
  "packs/**",
];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".cache/", "**/*.mjs", "examples/*/build/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-extraneous-class": ["error", { allowEmpty: true }],
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-require-imports": "off",
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: pure,
    rules: {
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        { name: "process", message: "only the edges touch the process" },
        { name: "fetch", message: "only the edges touch the network" },
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["node:*", "fs", "path", "@pulumi/policy"], message: "only the edges touch the outside" },
            {
              group: ["@pulumi/*"],
              allowTypeImports: true,
              message: "types only: a pack need not load the SDK of AWS",
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "time is passed in" },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "time is passed in" },
      ],
    },
  },
  {
    files: ["test/**", "bench/**"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
