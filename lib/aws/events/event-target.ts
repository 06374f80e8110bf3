import { type cloudwatch } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** What a rule hands its events to. Defaults as of @pulumi/aws 7.48. */
export const EventTarget = resourceView<cloudwatch.EventTargetArgs>()(
  ["aws:cloudwatch/eventTarget:EventTarget"],
  (read) => {
    const deadLetters = read.object("deadLetterConfig");
    return {
      rule: read.text("rule"),
      eventBusName: withDefault(withoutEmpty(read.text("eventBusName")), "default"),
      targetArn: read.text("arn"),
      roleArn: withoutEmpty(read.text("roleArn")),
      /** The queue that takes what could not be delivered. */
      deadLetterArn: deadLetters.kind === "known" ? withoutEmpty(deadLetters.value.text("arn")) : deadLetters,
      isTransformed: read.names.some((name) => name === "input" || name === "inputPath" || name === "inputTransformer"),
    };
  },
);

export type EventTargetView = ReturnType<typeof EventTarget.view>;
