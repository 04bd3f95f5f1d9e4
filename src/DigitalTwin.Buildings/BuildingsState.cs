using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Buildings;

/// <summary>
/// Everything about buildings that changes with time: temperatures, what they do now, what they have used so far, and what is set of them. A value that is cloned, saved and read back bit by bit. Made by
/// <see cref="BuildingsModel.InitialState"/>, moved by <see cref="BuildingsModel.Advance(BuildingsState, ReadOnlySpan{Weather.Outdoors}, double, double, CancellationToken)"/>; between two advances the caller
/// sets controls and reads. Buildings are counted as the model was given them.
/// </summary>
public sealed partial class BuildingsState
{
    private readonly BuildingControl[] controls;

    internal BuildingsState(BuildingsModel model)
    {
        Model = model;
        Layout = model.Layout;
        controls = [.. model.Buildings.Select(b => new BuildingControl(b.Use))];
        Columns = (double[][])model.Columns.Clone();
        owned = new bool[Layout.Blocks];
        Moving = new double[Layout.Blocks * Lane.Moving * Lane.Width];
        for (var block = 0; block < Layout.Blocks; block++) Blank(Moving.AsSpan(block * Lane.Moving * Lane.Width, Lane.Moving * Lane.Width));
    }

    private BuildingsState(BuildingsState origin)
    {
        (Model, Layout, Time) = (origin.Model, origin.Layout, origin.Time);
        controls = (BuildingControl[])origin.controls.Clone();
        horizons = (Horizon?[])origin.horizons.Clone();
        Columns = (double[][])origin.Columns.Clone();
        // From here on neither owns what both hold.
        owned = new bool[Layout.Blocks];
        Array.Clear(origin.owned);
        Moving = (double[])origin.Moving.Clone();
    }

    /// <summary>Buildings.</summary>
    public int Count => controls.Length;

    /// <summary>End of the last step, s; 0 before the first.</summary>
    public double Time { get; internal set; }

    internal BuildingsModel Model { get; }

    internal DistrictLayout Layout { get; private set; }

    /// <summary>By block, the numbers of its buildings; a block is shared with the model and with other states until a control changes it.</summary>
    internal double[][] Columns { get; private set; }

    /// <summary>What moves, block after block.</summary>
    internal double[] Moving { get; private set; }

    /// <summary>A copy that goes its own way.</summary>
    public BuildingsState Clone() => new(this);

    /// <summary>A quantity of one building, mean over the last step; 0 before the first.</summary>
    public double Now(int building, BuildingQuantity quantity) => this[building, Lane.Now + Column(quantity)];

    /// <summary>A quantity of one building, summed over time since the start: J, m³, person-seconds.</summary>
    public double Total(int building, BuildingQuantity quantity) => this[building, Lane.Total + Column(quantity)];

    /// <summary>An extreme of one building since the start; negative infinity before the first step.</summary>
    public double Extreme(int building, BuildingExtreme extreme) => this[building, Lane.Extreme + Column(extreme)];

    /// <summary>Temperature of a building's mass, °C.</summary>
    public double MassTemperature(int building) => this[building, Lane.MassTemperature];

    /// <summary>A quantity of all buildings, means over the last step.</summary>
    /// <param name="quantity">Which.</param>
    /// <param name="values">Receives one value per building.</param>
    public void Copy(BuildingQuantity quantity, Span<double> values) => CopyColumn(Lane.Now + Column(quantity), values);

    /// <summary>A quantity of all buildings, summed over time.</summary>
    public void CopyTotal(BuildingQuantity quantity, Span<double> values) => CopyColumn(Lane.Total + Column(quantity), values);

    /// <summary>An extreme of all buildings.</summary>
    public void CopyExtreme(BuildingExtreme extreme, Span<double> values) => CopyColumn(Lane.Extreme + Column(extreme), values);

    /// <summary>Carbon dioxide of the energy that a building has bought, kg.</summary>
    public double Carbon(int building) =>
        Model.Options.Emissions.Of(Total(building, BuildingQuantity.Import), Total(building, BuildingQuantity.Gas), Total(building, BuildingQuantity.DistrictHeat));

    private double this[int building, int column] => Moving[Offset(building, column)];

    private void CopyColumn(int column, Span<double> values)
    {
        if (values.Length != Count) throw new ArgumentException($"Room for {values.Length} values; there are {Count} buildings.", nameof(values));
        for (var building = 0; building < values.Length; building++) values[building] = this[building, column];
    }

    private int Offset(int building, int column) => (((Layout.Block(building) * Lane.Moving) + column) * Lane.Width) + Layout.LaneOf(building);

    private void Blank(Span<double> block)
    {
        block.Clear();
        block[..Lane.Width].Fill(Model.Options.StartTemperature);
        block[(Lane.Extreme * Lane.Width)..].Fill(double.NegativeInfinity);
    }

    private static int Column(BuildingQuantity quantity) => Enum.IsDefined(quantity) ? (int)quantity : throw new ArgumentOutOfRangeException(nameof(quantity));

    private static int Column(BuildingExtreme extreme) => Enum.IsDefined(extreme) ? (int)extreme : throw new ArgumentOutOfRangeException(nameof(extreme));
}
