namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What is missing to build it over time (4D).</summary>
internal static class ScheduleFindings
{
    public static void Find(IfcModel model, Findings findings)
    {
        var work = model.Work;
        findings.If(work.Tasks.Count == 0, IfcPurpose.Schedule, "no-tasks", "There are no tasks.", "没有施工任务。");
        if (work.Tasks.Count == 0) return;
        var leaves = work.Tasks.Where(t => t.Parts.Count == 0).ToArray();
        findings.Add(IfcPurpose.Schedule, "tasks-without-duration", [.. leaves.Where(t => t.Time?.Duration is null && !t.IsMilestone).Select(t => t.ToString())], leaves.Length, "Tasks have no duration.", "部分任务没有工期。");
        findings.Add(IfcPurpose.Schedule, "tasks-without-products", [.. leaves.Where(t => t.Products.Count == 0).Select(t => t.ToString())], leaves.Length, "Tasks build nothing of the model.", "部分任务没有关联构件。");
        findings.If(work.Sequences.Count == 0, IfcPurpose.Schedule, "no-sequences", "No task waits for another.", "任务之间没有先后关系。");
        findings.If(work.Calendars.Count == 0, IfcPurpose.Schedule, "no-calendar", "There is no calendar.", "没有工作日历。");
        findings.If(work.Resources.Count == 0, IfcPurpose.Schedule, "no-resources", "There are no resources.", "没有资源。");
        var built = work.Tasks.SelectMany(t => t.Products).Select(p => p.Id).ToHashSet();
        var elements = model.Elements.Where(e => e.Kind != IfcElementKind.Opening && e.HasShape).ToArray();
        findings.Add(IfcPurpose.Schedule, "elements-without-task", elements.Where(e => !built.Contains(e.Id)), elements.Length, "Elements are built by no task.", "部分构件没有对应的任务。");
    }
}
