import * as z from "zod";
import { Machine } from "../../lib/aws/ec2/machine";
import { atMost } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { shown } from "../../lib/core/read";

export default definePolicy({
  id: "ec2-limit-metadata-hops",
  on: Machine,
  severity: "medium",
  preset: "recommended",
  summary: "Instance metadata must not travel further than it has to",
  why: "With more than one hop containers and forwarders on an instance reach the credentials of its role.",
  fix: "Set `httpPutResponseHopLimit` in `metadataOptions` to {maximum} or less.",
  practice: 13,
  covers: ["iam.ec2.hop-limit"],
  nist: ["AC-6"],
  config: z.strictObject({
    maximum: z.int().min(1).max(64).default(1).describe("Greatest acceptable number of network hops."),
  }),
  messages: { tooFar: "{noun} `{name}` lets its metadata travel {hops} hops, more than {maximum}" },
  *check(machine, { config, must }) {
    const { noun, name, metadataHopLimit } = machine;
    const { maximum } = config;
    yield* must(atMost(metadataHopLimit, maximum), "tooFar", { noun, name, hops: shown(metadataHopLimit), maximum });
  },
});
