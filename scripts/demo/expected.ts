/** A finding that the demo of `examples/insecure` must show at the level `mandatory`. */
export interface ExpectedFinding {
  readonly policy: string;
  /** The resource's name in the program. */
  readonly resource: string;
}

export const expectedFindings: readonly ExpectedFinding[] = [
  { policy: "cloudtrail-require-multi-region", resource: "audit" },
  { policy: "cloudtrail-require-kms-encryption", resource: "audit" },
  { policy: "cloudtrail-require-log-file-validation", resource: "audit" },
  { policy: "cloudtrail-require-global-service-events", resource: "audit" },
  { policy: "cloudtrail-require-management-events", resource: "audit" },
  { policy: "cloudtrail-require-alarms", resource: "tamper" },
  { policy: "logs-require-retention", resource: "audit-trail" },
  { policy: "logs-no-public-resource-policy", resource: "events-to-logs" },
  { policy: "kms-require-rotation", resource: "logs" },
  { policy: "kms-no-public-key-policy", resource: "logs" },
];

/** What a policy event says of a finding, as far as it matters here. */
interface Violation {
  readonly policyName: string;
  readonly resourceUrn?: string;
}

/** The expected findings that are not among the violations. */
export function missingFindings(violations: readonly Violation[]): readonly ExpectedFinding[] {
  return expectedFindings.filter(
    ({ policy, resource }) =>
      !violations.some(
        ({ policyName, resourceUrn }) => policyName === policy && resourceUrn?.split("::").at(-1) === resource,
      ),
  );
}
