import { type Program } from "../e2e/support";

/** Functions written in the program, on events of a bucket, a topic, a queue and the clock: roles and permissions are Pulumi's own. */
const program: Program = (aws) => {
  const uploads = new aws.s3.Bucket("uploads");
  uploads.onObjectCreated("unpack", async () => Promise.resolve());
  const orders = new aws.sns.Topic("orders");
  orders.onEvent("notify", async () => Promise.resolve());
  const jobs = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 180, sqsManagedSseEnabled: true });
  jobs.onEvent("work", async () => Promise.resolve());
  aws.cloudwatch.onSchedule("nightly", "rate(1 day)", async () => Promise.resolve());
};

export default program;
