using DigitalTwin.Cli;
using DigitalTwin.Cli.Terminals;

return await Twin.RunAsync(args, Terminal.OfProcess(), TimeProvider.System).ConfigureAwait(false);
