using System.CommandLine;
using DigitalTwin.Cli.Commands.Traffic;

namespace DigitalTwin.Cli.Commands;

/// <summary><c>twin traffic</c>: static assignment by itself.</summary>
internal static class TrafficCommand
{
    public static Command Create(Context context) => new("traffic", "Road traffic by itself.") { AssignCommand.Create(context), ScanCommand.Create(context) };
}
