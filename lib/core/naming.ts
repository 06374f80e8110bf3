/** The grammar of policy names: a service, then what is wrong (`no`), missing (`require`), too much (`limit`) or better (`prefer`). */
export const policyNamePattern = /^[a-z0-9]+-(no|require|limit|prefer)(-[a-z0-9]+)+$/;

/** The service of a policy: `logs` of `logs-require-retention`. */
export function serviceOf(id: string): string {
  return id.slice(0, id.indexOf("-"));
}

/** The file of a policy without its ending: `require-retention` of `logs-require-retention`. */
export function fileNameOf(id: string): string {
  return id.slice(id.indexOf("-") + 1);
}

/** The policy's page, from the root of the repository and of the package. */
export function pageOf(id: string): string {
  return `docs/policies/${serviceOf(id)}/${fileNameOf(id)}.md`;
}
