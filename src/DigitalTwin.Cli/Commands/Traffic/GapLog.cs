using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>The course of a solution, for <c>--log</c>: a line for each iteration. What the log itself takes of the processor is not counted.</summary>
internal sealed class GapLog(string file, AssignmentModel model)
{
    private readonly StringBuilder lines = new("iteration,relative_gap,objective,processor_seconds\n");
    private AssignmentState? state;
    private TimeSpan begun, own;

    public void Begin(AssignmentState solved) => (state, begun) = (solved, Environment.CpuUsage.TotalTime);

    public void Add(AssignmentProgress at)
    {
        var now = Environment.CpuUsage.TotalTime;
        var objective = ConvergenceLog.Objective(model, state!);
        lines.Append(CultureInfo.InvariantCulture, $"{at.Iteration},{at.Gap:R},{objective:R},{(now - begun - own).TotalSeconds:0.######}\n");
        own += Environment.CpuUsage.TotalTime - now;
    }

    public void Write() => WholeFile.Write(file, to => to.Write(lines));
}
