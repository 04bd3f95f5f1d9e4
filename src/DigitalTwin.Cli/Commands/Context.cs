using DigitalTwin.Cli.Terminals;

namespace DigitalTwin.Cli.Commands;

/// <summary>What every command is given: where it speaks and which clock it reads.</summary>
internal sealed record Context(Terminal Terminal, TimeProvider Clock);
