/** The six parts of an ARN. `region` and `account` are empty where the service has none. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** For example `trail/main` or `log-group:trail:*`. */
  readonly resource: string;
}

/** The parts of an ARN, or `undefined` where the text is none. */
export function parseArn(text: string): Arn | undefined {
  const parts = text.split(":");
  const [prefix, partition = "", service = "", region = "", account = ""] = parts;
  if (prefix !== "arn" || parts.length < 6 || partition === "" || service === "") return undefined;
  return { partition, service, region, account, resource: parts.slice(5).join(":") };
}

/** A log group's ARN without the `:*` that stands for its streams. */
export function withoutStreams(arn: string): string {
  return arn.endsWith(":*") ? arn.slice(0, -2) : arn;
}
