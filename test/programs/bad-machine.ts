import { type Program } from "../e2e/support";

/** A machine with its credentials in the start script and its metadata open to whoever gets a request through. */
const program: Program = (aws) => {
  new aws.ec2.Instance("legacy", {
    ami: "ami-0123456789abcdef0",
    instanceType: "t3.small",
    metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 3 },
    userData:
      "#!/bin/bash\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
  });
};

export default program;
