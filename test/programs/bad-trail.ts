import { type Program } from "../e2e/support";

/** A trail for show: one region, no validation, a bucket that a script deletes, an alarm that nobody hears. */
const program: Program = (aws) => {
  const bucket = new aws.s3.Bucket("trail", { forceDestroy: true });
  new aws.cloudtrail.Trail("main", {
    s3BucketName: bucket.id,
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: false,
    enableLogging: false,
  });
  new aws.cloudwatch.EventRule("stopped", {
    eventPattern: JSON.stringify({ source: ["aws.cloudtrail"], detail: { eventName: ["StopLogging"] } }),
  });
};

export default program;
