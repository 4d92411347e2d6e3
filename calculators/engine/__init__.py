"""What a calculator is, and how one answers a case: fields, working, result, run."""
