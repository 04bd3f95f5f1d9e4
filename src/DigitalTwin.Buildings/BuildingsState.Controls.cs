using DigitalTwin.Buildings.Districts;

namespace DigitalTwin.Buildings;

public sealed partial class BuildingsState
{
    /// <summary>Which blocks of <see cref="Columns"/> are this state's alone.</summary>
    private bool[] owned;

    /// <summary>What is set of a building.</summary>
    public BuildingControl Control(int building) => controls[building];

    /// <summary>Sets a building, from the next step on: <c>state.SetControl(b, state.Control(b) with { CoolingOffset = 2 })</c>.</summary>
    /// <param name="building">Which.</param>
    /// <param name="control">What is set.</param>
    /// <exception cref="ArgumentException">A value is out of range, or the renewed envelope is none; nothing has changed then.</exception>
    public void SetControl(int building, in BuildingControl control)
    {
        var before = controls[building];
        if (control == before) return;
        var standing = Model.Buildings[building];
        if (control.Mistake() is { } mistake) throw new ArgumentException($"{standing.Id}: {mistake}", nameof(control));
        Span<double> row = stackalloc double[Lane.Count];
        Read(Columns[Layout.Block(building)], Layout.LaneOf(building), row);
        if (control.Retrofit != before.Retrofit) WriteEnvelope(building, control.Retrofit, row);
        ControlColumns.Write(standing, Model.Uses[control.Use], control, row);
        controls[building] = control;
        if (control.Use != before.Use) Arrange();
        var block = Layout.Block(building);
        Own(block);
        Write(row, Columns[block], Layout.LaneOf(building));
    }

    private void Own(int block)
    {
        if (!owned[block]) (Columns[block], owned[block]) = ((double[])Columns[block].Clone(), true);
    }

    /// <summary>Lays the buildings out anew after a change of use; every building keeps its numbers.</summary>
    private void Arrange()
    {
        var layout = Model.Lay(controls);
        var columns = BuildingsModel.Padding(layout);
        var moving = new double[layout.Blocks * Lane.Moving * Lane.Width];
        for (var block = 0; block < layout.Blocks; block++) Blank(moving.AsSpan(block * Lane.Moving * Lane.Width, Lane.Moving * Lane.Width));
        Span<double> row = stackalloc double[Lane.Count];
        for (var building = 0; building < Count; building++)
        {
            Read(Columns[Layout.Block(building)], Layout.LaneOf(building), row);
            Write(row, columns[layout.Block(building)], layout.LaneOf(building));
            for (var column = 0; column < Lane.Moving; column++)
                moving[(((layout.Block(building) * Lane.Moving) + column) * Lane.Width) + layout.LaneOf(building)] = this[building, column];
        }
        (Layout, Columns, Moving, owned) = (layout, columns, moving, new bool[layout.Blocks]);
        Array.Fill(owned, true);
    }

    /// <summary>Reads one building's columns.</summary>
    internal static void Read(ReadOnlySpan<double> block, int lane, Span<double> row)
    {
        for (var column = 0; column < Lane.Count; column++) row[column] = block[(column * Lane.Width) + lane];
    }

    /// <summary>Writes one building's columns.</summary>
    internal static void Write(ReadOnlySpan<double> row, Span<double> block, int lane)
    {
        for (var column = 0; column < Lane.Count; column++) block[(column * Lane.Width) + lane] = row[column];
    }
}
