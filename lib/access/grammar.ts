import { nearest } from "../core/nearest";
import { isUnknown } from "../core/properties";
import { readAddressBlock } from "./addresses";
import { readDate, readNumber } from "./conditions";
import type {
  Condition,
  DocumentProblem,
  DocumentProblemCode,
  Element,
  PolicyDocument,
  Principal,
  Statement,
} from "./document";
import { nearestAction } from "./facts/actions";
import { serviceFacts } from "./facts/service-facts";
import { splitArn } from "./match";
import { comparisons, findComparison } from "./operators";
import { hasVariable } from "./variables";

/**
 * What a document is for, which decides what it must and may not hold. `identity`: policies of users, groups and roles,
 * and permissions boundaries. `resource`: policies of buckets, queues, keys and so on.
 */
export type DocumentKind = "identity" | "resource" | "trust" | "serviceControl" | "resourceControl" | "vpcEndpoint";

/**
 * AWS's limits on the size of documents, in characters without whitespace (IAM and STS quotas, Organizations quotas,
 * VPC quotas; read 2026-11). Inline policies are counted together, per user, group or role. AWS raises the limit of a
 * trust policy to `trustAtMost` on request, which was 4096 until May 2026. Service control policies had half of theirs
 * until 15 May 2026.
 */
export const sizeQuotas = {
  managed: 6144,
  inlineOfUser: 2048,
  inlineOfGroup: 5120,
  inlineOfRole: 10_240,
  trust: 2048,
  trustAtMost: 8192,
  serviceControl: 10_240,
  resourceControl: 5120,
  vpcEndpoint: 20_480,
} as const;

/** Everything about a document that AWS would refuse at deployment, the problems of reading it included. */
export function grammarProblems(document: PolicyDocument, kind: DocumentKind): readonly DocumentProblem[] {
  const checker = new GrammarChecker(document, kind);
  return [...document.problems, ...checker.check()];
}

/** The problem of a document, or of several inline ones together, that is longer than AWS takes. */
export function sizeProblem(size: number, quota: number, what: string): DocumentProblem | undefined {
  if (size <= quota) return undefined;
  const message = `${what} has ${size} characters without whitespace, and AWS takes ${quota}`;
  return {
    code: "tooLong",
    path: "",
    message,
    fix: "split it, or shorten lists with wildcards that grant no more than is needed",
  };
}

class GrammarChecker {
  private readonly problems: DocumentProblem[] = [];

  constructor(
    private readonly document: PolicyDocument,
    private readonly kind: DocumentKind,
  ) {}

  check(): readonly DocumentProblem[] {
    if (this.document.problems.some(isFatal)) return [];
    this.checkFrame();
    this.checkSize();
    this.checkSids();
    for (const statement of this.document.statements) this.checkStatement(statement);
    return this.problems;
  }

  private checkFrame(): void {
    const { version, statements, unknownParts } = this.document;
    if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17") {
      this.report(
        "invalidVersion",
        "Version",
        `\`${version}\` is no version of the policy language`,
        "write `2012-10-17`",
      );
    }
    if (statements.length > 0 || unknownParts.includes("Statement") || this.document.problems.length > 0) return;
    if (this.kind === "resource") return;
    this.report("missingElement", "", "the document has no statement", "add a `Statement`");
  }

  private checkSize(): void {
    const { size } = this.document;
    const problem = this.sizeQuotaProblem(size);
    if (problem !== undefined) this.problems.push(problem);
  }

  private sizeQuotaProblem(size: number): DocumentProblem | undefined {
    switch (this.kind) {
      case "identity":
        // Inline policies share a quota, and the largest one is that of roles: beyond it no identity policy can be.
        return sizeProblem(size, sizeQuotas.inlineOfRole, "the policy");
      case "trust":
        return sizeProblem(size, sizeQuotas.trustAtMost, "the trust policy");
      case "serviceControl":
        return sizeProblem(size, sizeQuotas.serviceControl, "the service control policy");
      case "resourceControl":
        return sizeProblem(size, sizeQuotas.resourceControl, "the resource control policy");
      case "vpcEndpoint":
        return sizeProblem(size, sizeQuotas.vpcEndpoint, "the endpoint policy");
      case "resource":
        return undefined;
    }
  }

  /** Policies of IAM have alphanumeric and unique ids; key policies, for one, take sentences. */
  private checkSids(): void {
    if (this.kind === "resource" || this.kind === "vpcEndpoint") return;
    const seen = new Set<string>();
    for (const { sid, path } of this.document.statements) {
      if (sid === undefined || sid === "") continue;
      if (!/^[A-Za-z0-9]*$/.test(sid)) {
        const message = `the statement id \`${sid}\` holds something else than letters and digits`;
        this.report("invalidSid", `${path}.Sid`, message, `write \`${sid.replace(/[^A-Za-z0-9]/g, "")}\``);
      }
      if (seen.has(sid))
        this.report("repeatedSid", `${path}.Sid`, `two statements have the id \`${sid}\``, "rename one");
      seen.add(sid);
    }
  }

  private checkStatement(statement: Statement): void {
    if (isWhollyUnknown(statement)) return;
    if (!this.hasReadingProblem(statement)) this.checkPresence(statement);
    for (const element of [...(statement.actions ?? []), ...(statement.notActions ?? [])]) this.checkAction(element);
    for (const element of [...(statement.resources ?? []), ...(statement.notResources ?? [])])
      this.checkResource(element);
    for (const principal of [...(statement.principals ?? []), ...(statement.notPrincipals ?? [])])
      this.checkPrincipal(principal);
    for (const condition of statement.conditions) this.checkCondition(condition);
    if (this.kind === "resourceControl") this.checkResourceControl(statement);
  }

  /** An element that is there under a wrong name or type has been reported; that it is missing would be said twice. */
  private hasReadingProblem(statement: Statement): boolean {
    return this.document.problems.some((problem) => problem.path.startsWith(statement.path));
  }

  private checkPresence(statement: Statement): void {
    const { path } = statement;
    if (statement.effect === undefined)
      this.report("missingElement", path, "the statement has no `Effect`", "add `Allow` or `Deny`");
    this.checkPair(path, "Action", statement.actions, statement.notActions);
    this.checkResourcePresence(statement);
    this.checkPrincipalPresence(statement);
  }

  private checkPair(
    path: string,
    name: "Action" | "Resource" | "Principal",
    list: readonly Element[] | undefined,
    notList: readonly Element[] | undefined,
  ): void {
    if (list !== undefined && notList !== undefined) {
      this.report(
        "bothElements",
        path,
        `the statement has both \`${name}\` and \`Not${name}\``,
        "keep one, or write two statements",
      );
    }
    if (list === undefined && notList === undefined) {
      this.report("missingElement", path, `the statement has no \`${name}\``, `add \`${name}\``);
    }
    if (list?.length === 0)
      this.report("emptyList", `${path}.${name}`, `\`${name}\` is empty`, "add a value, or remove the statement");
    if (notList?.length === 0)
      this.report("emptyList", `${path}.Not${name}`, `\`Not${name}\` is empty`, "add a value, or remove the statement");
  }

  private checkResourcePresence(statement: Statement): void {
    const { path, resources, notResources } = statement;
    switch (this.kind) {
      case "identity":
      case "serviceControl":
      case "resourceControl":
        this.checkPair(path, "Resource", resources, notResources);
        return;
      case "trust":
        if (resources === undefined && notResources === undefined) return;
        this.report(
          "forbiddenElement",
          path,
          "a trust policy names no `Resource`: its role is meant",
          "remove `Resource`",
        );
        return;
      case "resource":
      case "vpcEndpoint":
        if (resources !== undefined || notResources !== undefined)
          this.checkPair(path, "Resource", resources, notResources);
    }
  }

  private checkPrincipalPresence(statement: Statement): void {
    const { path, principals, notPrincipals } = statement;
    switch (this.kind) {
      case "identity":
      case "serviceControl":
        if (principals === undefined && notPrincipals === undefined) return;
        this.report(
          "forbiddenElement",
          path,
          "the statement names a `Principal`, which such a policy has no place for: it speaks of those it is attached to",
          "remove `Principal`",
        );
        return;
      case "resource":
      case "trust":
      case "resourceControl":
      case "vpcEndpoint":
        this.checkPair(path, "Principal", principals, notPrincipals);
    }
  }

  private checkResourceControl(statement: Statement): void {
    const { path, effect, notActions, notPrincipals, principals } = statement;
    if (effect === "Allow")
      this.report("invalidEffect", `${path}.Effect`, "a resource control policy can only deny", "write `Deny`");
    if (notActions !== undefined)
      this.report("forbiddenElement", path, "a resource control policy takes no `NotAction`", "use `Action`");
    if (
      notPrincipals !== undefined ||
      principals?.some((principal) => principal.kind !== "star" && principal.kind !== "unknown") === true
    ) {
      const fix = 'write `"Principal": "*"` and a condition such as `aws:PrincipalOrgID`';
      this.report("invalidPrincipal", path, "a resource control policy speaks of everybody", fix);
    }
  }

  private checkAction({ value, path }: Element): void {
    if (isUnknown(value) || value === "*" || value === "*:*") return;
    if (!/^[A-Za-z0-9-]+:[A-Za-z0-9*?_-]+$/.test(value)) {
      this.report(
        "invalidAction",
        path,
        `\`${shown(value)}\` is no action: AWS writes \`service:Action\``,
        actionFix(value),
      );
    } else if (this.kind === "trust" && !/^sts:/i.test(value)) {
      const message = `a trust policy can only name actions of \`sts\`, not \`${shown(value)}\``;
      this.report("invalidAction", path, message, "write `sts:AssumeRole`");
    }
  }

  /** Some resource policies take short forms, such as `execute-api:/*`. */
  private checkResource({ value, path }: Element): void {
    if (isUnknown(value) || this.kind === "resource" || this.kind === "vpcEndpoint" || this.kind === "trust") return;
    if (/^\*+$/.test(value) || value.startsWith("${") || isArnShaped(value)) return;
    const message = `\`${shown(value)}\` is no resource: AWS takes \`*\` and ARNs such as \`arn:aws:s3:::bucket/*\``;
    this.report("invalidResource", path, message, resourceFix(value));
  }

  private checkPrincipal(principal: Principal): void {
    if (isUnknown(principal.value)) return;
    const problem = principalProblem(principal.kind, principal.value);
    if (problem !== undefined) this.report("invalidPrincipal", principal.path, problem.message, problem.fix);
  }

  private checkCondition(condition: Condition): void {
    if (condition.operator === "") return;
    const comparison = findComparison(condition.comparison);
    if (comparison === undefined) {
      this.report(
        "unknownOperator",
        condition.path,
        `\`${shown(condition.operator)}\` is no condition operator`,
        operatorFix(condition),
      );
      return;
    }
    if (comparison.type === "null" && condition.ifExists) {
      this.report(
        "unknownOperator",
        condition.path,
        "`Null` takes no `IfExists`: it asks for existence itself",
        "write `Null`",
      );
    }
    for (const { value, path } of condition.values) {
      if (isUnknown(value) || hasVariable(value)) continue;
      const expected = unmetExpectation(comparison.type, value);
      if (expected === undefined) continue;
      const message = `\`${condition.operator}\` compares ${expected.what}, and \`${shown(value)}\` is none`;
      this.report("invalidConditionValue", path, message, expected.fix);
    }
  }

  private report(code: DocumentProblemCode, path: string, message: string, fix?: string): void {
    const position = this.document.positionOf(path);
    this.problems.push({
      code,
      path,
      ...(position === undefined ? {} : { position }),
      message,
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

function isFatal(problem: DocumentProblem): boolean {
  return problem.path === "" || problem.code === "invalidJson";
}

/** Nothing is known of the statement: its lists carry its own path. */
export function isWhollyUnknown(statement: Statement): boolean {
  return isUnknown(statement.effect) && statement.actions?.[0]?.path === statement.path;
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

/** `s3GetObject` lacks its colon; `s3.GetObject` and `s3/GetObject` have something else in its place. */
function actionFix(value: string): string | undefined {
  const separated = /^([A-Za-z0-9-]+)[./\s]+([A-Za-z0-9*?]+)$/.exec(value);
  if (separated !== null) return `write \`${separated[1] ?? ""}:${separated[2] ?? ""}\``;
  if (!/^[A-Za-z0-9-]{3,100}$/.test(value)) return undefined;
  for (let length = value.length - 1; length > 0; length--) {
    if (serviceFacts(value.slice(0, length)) === undefined) continue;
    const action = `${value.slice(0, length)}:${value.slice(length)}`;
    return `write \`${nearestAction(action) ?? action}\``;
  }
  return undefined;
}

function isArnShaped(value: string): boolean {
  if (splitArn(value) !== undefined) return true;
  return value.startsWith("arn:") && /[*?]/.test(value);
}

function resourceFix(value: string): string | undefined {
  if (/^[a-z0-9-]+:[a-z0-9*-]*:[0-9*]*:/.test(value)) return `write \`arn:aws:${value}\``;
  return undefined;
}

interface Advice {
  readonly message: string;
  readonly fix?: string;
}

function principalProblem(kind: Principal["kind"], value: string): Advice | undefined {
  switch (kind) {
    case "aws":
      return awsPrincipalProblem(value);
    case "service":
      return servicePrincipalProblem(value);
    case "federated":
      return federatedPrincipalProblem(value);
    case "star":
    case "canonicalUser":
    case "unknown":
      return undefined;
  }
}

/** An ARN of a provider, or the name of one of the issuers that AWS knows without one. */
function federatedPrincipalProblem(value: string): Advice | undefined {
  if (hasVariable(value) || /^arn:[^:]+:iam::\d{12}:(?:oidc|saml)-provider\/./.test(value)) return undefined;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value)) return undefined;
  return {
    message: `\`${shown(value)}\` is no federated principal`,
    fix: "write the ARN of the provider, such as `arn:aws:iam::123456789012:oidc-provider/login.example.com`",
  };
}

function awsPrincipalProblem(value: string): Advice | undefined {
  if (/^[0-9]{12}$/.test(value) || /^[A-Z0-9]{16,128}$/.test(value) || hasVariable(value)) return undefined;
  const segments = splitArn(value);
  if (segments === undefined) {
    return { message: `\`${shown(value)}\` is no principal: AWS takes ARNs of users and roles, and account numbers` };
  }
  if (/[*?]/.test(value)) {
    const fix = 'write `"AWS": "*"` with a condition `ArnLike` on `aws:PrincipalArn`';
    return { message: `\`${shown(value)}\` has a wildcard, which an ARN in a principal cannot have`, fix };
  }
  if (segments[5]?.startsWith("group/") === true) {
    return {
      message: `\`${shown(value)}\` is a group, and a group is no principal`,
      fix: "name its users, or a role that they assume",
    };
  }
  return undefined;
}

function servicePrincipalProblem(value: string): Advice | undefined {
  if (value.includes(".") || value === "*") return undefined;
  return {
    message: `\`${shown(value)}\` is no service principal`,
    fix: `write \`${value.toLowerCase()}.amazonaws.com\``,
  };
}

function operatorFix(condition: Condition): string | undefined {
  const meant = nearest(
    condition.comparison,
    comparisons.map((known) => known.name),
  );
  if (meant === undefined) return undefined;
  const qualifier = condition.qualifier === undefined ? "" : `${condition.qualifier}:`;
  return `write \`${qualifier}${meant}${condition.ifExists ? "IfExists" : ""}\``;
}

interface Expectation {
  readonly what: string;
  readonly fix: string;
}

function unmetExpectation(type: (typeof comparisons)[number]["type"], value: string): Expectation | undefined {
  switch (type) {
    case "numeric":
      return readNumber(value) === undefined ? { what: "numbers", fix: "write a number" } : undefined;
    case "date":
      return readDate(value) === undefined
        ? { what: "dates", fix: "write a date such as `2026-12-31T00:00:00Z`" }
        : undefined;
    case "bool":
    case "null":
      return /^(?:true|false)$/i.test(value) ? undefined : { what: "truth values", fix: "write `true` or `false`" };
    case "ip":
      return readAddressBlock(value) === undefined
        ? { what: "addresses", fix: "write a block such as `203.0.113.0/24`" }
        : undefined;
    case "binary":
      return /^[A-Za-z0-9+/]*={0,2}$/.test(value)
        ? undefined
        : { what: "bytes in base64", fix: "encode the value in base64" };
    case "string":
    case "arn":
      return undefined;
  }
}
