import { RightsHolders, isAdministrator } from "../../lib/aws/iam/rights";
import { openTrust, trustedServices } from "../../lib/aws/iam/workloads";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-admin-workload-role",
  on: RightsHolders,
  severity: "critical",
  preset: "recommended",
  summary: "Roles of workloads must not be administrators",
  why: "Whoever fools the function, container or instance into one request acts as administrator of the account.",
  fix: "Give the role the actions and resources that the workload needs, and no more.",
  practice: 9,
  covers: ["iam.workload.privileged-role", "iam.workload.ecs-admin-role", "iam.workload.sagemaker-role"],
  nist: ["AC-5", "AC-6"],
  messages: { administrator: "{role}, under which {service} runs, is an administrator" },
  *check(holder, { must, undetermined }) {
    const [service] = trustedServices(holder);
    const trust = openTrust(holder);
    if (service === undefined && trust === undefined) return;
    const administers = claim(isAdministrator(holder), holder.place);
    if (trust && administers.truth !== "no") yield undetermined(trust, "administrator");
    else if (holder.principal?.isOpen && administers.truth === "no") yield undetermined(holder.place, "administrator");
    else yield* must(negate(administers), "administrator", { role: holder.label, service: `\`${service ?? ""}\`` });
  },
});
