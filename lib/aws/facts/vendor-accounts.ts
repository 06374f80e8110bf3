/** A company whose service takes on roles of its customers. */
export interface Vendor {
  readonly name: string;
  /** Where the company names the account, seen there or cited from there by others. */
  readonly source: string;
}

/**
 * Accounts of such companies, by their number: those that ask for an external id in what they tell their customers to
 * install, and that somebody else names too, fwd:cloudsec's list of known AWS accounts or other companies' Terraform code
 * (read 2026-11). A company has more accounts than those here.
 */
export const vendorAccounts: ReadonlyMap<string, Vendor> = new Map([
  ["008923505280", { name: "Grafana Cloud", source: "grafana.com, CloudWatch integration" }],
  ["012615275169", { name: "Tenable", source: "docs.tenable.com, AWS keyless connector" }],
  ["061190967865", { name: "CloudZero", source: "docs.cloudzero.com, AWS connection" }],
  ["134183635603", { name: "Splunk Observability Cloud", source: "docs.splunk.com, AWS connection of realm us0" }],
  ["165736516723", { name: "Cloudability", source: "developers.cloudability.com, vendor credentials" }],
  ["188619942792", { name: "Prisma Cloud", source: "docs.paloaltonetworks.com, AWS role by hand" }],
  ["197171649850", { name: "Wiz", source: "Wiz's Terraform module for the AWS connector" }],
  ["197857026523", { name: "Microsoft Sentinel", source: "learn.microsoft.com, AWS connector" }],
  ["202279780353", { name: "nOps", source: "help.nops.io, manual setup" }],
  ["263844535661", { name: "Sysdig", source: "docs.sysdig.com, SaaS regions and AWS account ids" }],
  ["269135526815", { name: "Drata", source: "Drata's Terraform module for its role" }],
  ["282028653949", { name: "LogicMonitor", source: "logicmonitor.com, AWS accounts" }],
  ["292230061137", { name: "CrowdStrike", source: "CrowdStrike's AWS registration templates" }],
  ["316881668097", { name: "Turbot Pipes", source: "turbot.com/pipes, AWS connection" }],
  ["324880187172", { name: "Spacelift", source: "docs.spacelift.io, AWS integration" }],
  ["336818582268", { name: "Rapid7", source: "docs.rapid7.com, cloud configuration assessment" }],
  ["414351767826", { name: "Databricks", source: "docs.databricks.com, account settings" }],
  ["434813966438", { name: "Lacework", source: "Lacework's Terraform modules for AWS" }],
  ["454464851268", { name: "CloudHealth", source: "help.cloudhealthtech.com, IAM role" }],
  ["464622532012", { name: "Datadog", source: "docs.datadoghq.com, manual AWS setup" }],
  ["509560245411", { name: "Dynatrace", source: "docs.dynatrace.com, AWS monitoring" }],
  ["536727724300", { name: "MongoDB Atlas", source: "mongodb.com, unified AWS access" }],
  ["577638371743", { name: "Spacelift", source: "docs.spacelift.io, AWS integration of us.spacelift.io" }],
  ["595280932656", { name: "Segment", source: "segment.com/docs, Kinesis and Firehose destinations" }],
  ["612791702201", { name: "JupiterOne", source: "JupiterOne's AWS CloudFormation template" }],
  ["630399649041", { name: "Vantage", source: "Vantage's Terraform module for its role" }],
  ["754728514883", { name: "New Relic", source: "docs.newrelic.com, AWS integration" }],
  ["805950163170", { name: "Qualys", source: "docs.qualys.com, EC2 connector" }],
  ["834469178297", { name: "Fivetran", source: "fivetran.com/docs, CloudWatch setup" }],
  ["913128560467", { name: "env0", source: "docs.env0.com, AWS role" }],
  ["922761411349", { name: "Spot by Flexera", source: "docs.spot.io, AWS account by hand" }],
  ["926226587429", { name: "Sumo Logic", source: "help.sumologic.com, access to AWS products" }],
  ["956993596390", { name: "Vanta", source: "Vanta's Terraform module for its scanner role" }],
  ["968898580625", { name: "Cloudcraft", source: "Cloudcraft's IAM role instructions" }],
]);
