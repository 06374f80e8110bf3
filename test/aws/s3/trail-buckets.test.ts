import assert from "node:assert/strict";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketVersioning } from "../../../lib/aws/s3/bucket-parts";
import { type TrailBucket, trailBucketsOf } from "../../../lib/aws/s3/trail-buckets";
import { type Declared, type Shape, asStack, declare, declareType, external, unknown } from "../../support/program";

const bucket = declare(Bucket, "audit", { bucket: "audit-logs" });
const toBucket = declare(Trail, "main", { s3BucketName: bucket.id });
const component = declareType("pkg:index:AuditTrail", "audit");
const enabled = { status: "Enabled" };

function only(program: readonly Declared[], shape: Shape): TrailBucket {
  const found = trailBucketsOf(asStack(program, shape));
  assert.equal(found.length, 1);
  return found[0] as TrailBucket;
}

describe("the buckets of trails", () => {
  for (const shape of ["preview", "deployed"] as const) {
    describe(shape, () => {
      it("are found by id, by name and by the text of the name, each once", () => {
        const byName = declare(Trail, "second", { s3BucketName: bucket.output("bucket") });
        const byText = declare(Trail, "third", { s3BucketName: "audit-logs" });
        const { name, trails } = only([bucket, toBucket, byName, byText], shape);
        assert.equal(name, "audit");
        assert.deepEqual(
          trails.map((trail) => trail.name),
          ["main", "second", "third"],
        );
      });

      it("are found in components", () => {
        const inside = declare(Bucket, "inside", {}, { parent: component });
        const trail = declare(Trail, "main", { s3BucketName: inside.id }, { parent: component });
        assert.equal(only([component, inside, trail], shape).name, "inside");
      });

      it("are found as buckets of the later version", () => {
        const later = declare(Bucket, "later", {}, { type: "aws:s3/bucketV2:BucketV2" });
        assert.equal(only([later, declare(Trail, "main", { s3BucketName: later.id })], shape).name, "later");
      });

      it("outside the stack are not among them", () => {
        const trail = declare(Trail, "main", { s3BucketName: external("audit-logs-elsewhere") });
        assert.deepEqual(trailBucketsOf(asStack([bucket, trail], shape)), []);
      });

      it("are configured by resources of their own, before what they say themselves", () => {
        const own = declare(Bucket, "audit", { bucket: "audit-logs", versioning: { enabled: false } });
        const versioning = declare(BucketVersioning, "audit", { bucket: own.id, versioningConfiguration: enabled });
        const { versioned } = only([own, declare(Trail, "main", { s3BucketName: own.id }), versioning], shape);
        assert.equal(versioned.truth, "yes");
      });

      it("are not configured by what configures another bucket", () => {
        const versioning = declare(BucketVersioning, "other", { bucket: "website", versioningConfiguration: enabled });
        assert.equal(only([bucket, toBucket, versioning], shape).versioned.truth, "no");
      });
    });
  }

  it("may be configured by a resource whose bucket a preview does not know", () => {
    const versioning = declare(BucketVersioning, "some", { bucket: unknown(), versioningConfiguration: enabled });
    const { versioned } = only([bucket, toBucket, versioning], "preview");
    assert.deepEqual(versioned, { truth: "unknown", places: [{ urn: versioning.urn, path: "bucket" }] });
  });

  it("of which nothing is known stand for trails whose bucket a preview does not know", () => {
    const trail = declare(Trail, "main", { s3BucketName: unknown() });
    const { versioned, policy, place } = only([trail], "preview");
    assert.deepEqual(place, { urn: trail.urn, path: "s3BucketName" });
    assert.equal(versioned.truth, "unknown");
    assert.equal(policy.kind, "unknown");
  });
});
