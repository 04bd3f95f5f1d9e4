using DigitalTwin.Buildings.Districts;

namespace DigitalTwin.Buildings;

public sealed partial class BuildingsState
{
    private const byte Format = 1;

    /// <summary>Writes the state, bit for bit, in the order of the buildings.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Format);
        writer.Write(Count);
        writer.Write(Time);
        for (var building = 0; building < Count; building++) Write(writer, controls[building]);
        for (var column = 0; column < Lane.Moving; column++)
            for (var building = 0; building < Count; building++) writer.Write(this[building, column]);
    }

    /// <summary>Reads what <see cref="Save"/> wrote of the same buildings.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format or of other buildings.</exception>
    public void Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadByte() != Format) throw new InvalidDataException("The bytes are no state of buildings of this version.");
        if (reader.ReadInt32() is var count && count != Count) throw new InvalidDataException($"The written state has {count} buildings, this one {Count}.");
        var time = reader.ReadDouble();
        var read = new BuildingControl[Count];
        for (var building = 0; building < Count; building++)
        {
            read[building] = ReadControl(reader);
            if (read[building].Mistake() is { } mistake) throw new InvalidDataException($"{Model.Buildings[building].Id}: {mistake}");
        }
        // Uses first: each change of use lays the buildings out anew.
        for (var building = 0; building < Count; building++) controls[building] = controls[building] with { Use = read[building].Use };
        Restart();
        for (var building = 0; building < Count; building++) SetControl(building, read[building]);
        for (var column = 0; column < Lane.Moving; column++)
            for (var building = 0; building < Count; building++) Moving[Offset(building, column)] = reader.ReadDouble();
        Time = time;
    }

    /// <summary>As the model has the buildings, but for their uses.</summary>
    private void Restart()
    {
        for (var building = 0; building < Count; building++) controls[building] = new(controls[building].Use);
        Layout = Model.Lay(controls);
        Columns = BuildingsModel.Padding(Layout);
        owned = new bool[Layout.Blocks];
        Array.Fill(owned, true);
        Moving = new double[Layout.Blocks * Lane.Moving * Lane.Width];
        for (var block = 0; block < Layout.Blocks; block++) Blank(Moving.AsSpan(block * Lane.Moving * Lane.Width, Lane.Moving * Lane.Width));
        Span<double> row = stackalloc double[Lane.Count];
        for (var building = 0; building < Count; building++)
        {
            Model.Row(building, row);
            if (horizons.Length > 0 && horizons[building] is not null) WriteEnvelope(building, Retrofit.None, row);
            ControlColumns.Write(Model.Buildings[building], Model.Uses[controls[building].Use], controls[building], row);
            Write(row, Columns[Layout.Block(building)], Layout.LaneOf(building));
        }
    }

    private static void Write(BinaryWriter writer, in BuildingControl c)
    {
        writer.Write((int)c.Use);
        writer.Write(c.IsActive);
        writer.Write(c.IsPowered);
        ReadOnlySpan<double> values =
        [
            c.HeatingSetPoint, c.HeatingOffset, c.CoolingSetPoint, c.CoolingOffset, c.LoadFactor, c.PeopleFactor, c.People, c.WaterSupply, c.Photovoltaics,
            c.Retrofit.Wall, c.Retrofit.Roof, c.Retrofit.Floor, c.Retrofit.Window, c.Retrofit.SolarFactor, c.Retrofit.Infiltration,
        ];
        foreach (var value in values) writer.Write(value);
    }

    private static BuildingControl ReadControl(BinaryReader reader) => new((BuildingUse)reader.ReadInt32())
    {
        IsActive = reader.ReadBoolean(),
        IsPowered = reader.ReadBoolean(),
        HeatingSetPoint = reader.ReadDouble(),
        HeatingOffset = reader.ReadDouble(),
        CoolingSetPoint = reader.ReadDouble(),
        CoolingOffset = reader.ReadDouble(),
        LoadFactor = reader.ReadDouble(),
        PeopleFactor = reader.ReadDouble(),
        People = reader.ReadDouble(),
        WaterSupply = reader.ReadDouble(),
        Photovoltaics = reader.ReadDouble(),
        Retrofit = new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()),
    };
}
