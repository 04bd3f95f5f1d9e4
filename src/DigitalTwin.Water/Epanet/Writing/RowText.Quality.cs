using DigitalTwin.Water.Epanet.Rows;

namespace DigitalTwin.Water.Epanet.Writing;

// Quality and energy.
internal sealed partial class RowText
{
    private void Quality(int i)
    {
        var row = file.Quality[i];
        text.Word(row.First);
        if (row.Last is not null) text.Word(row.Last);
        text.Number(row.Value).End(row.Comment);
    }

    private void Source(int i)
    {
        var row = file.Sources[i];
        text.Word(row.Node).Keyword(row.Kind switch
        {
            SourceKind.Mass => "MASS",
            SourceKind.SetPoint => "SETPOINT",
            SourceKind.FlowPaced => "FLOWPACED",
            _ => "CONCEN",
        }).Number(row.Strength);
        if (row.Pattern is not null) text.Word(row.Pattern);
        text.End(row.Comment);
    }

    private void Reaction(int i)
    {
        var row = file.Reactions[i];
        text.Keyword(row.Item switch
        {
            ReactionItem.BulkOrder => "ORDER BULK",
            ReactionItem.WallOrder => "ORDER WALL",
            ReactionItem.TankOrder => "ORDER TANK",
            ReactionItem.GlobalBulk => "GLOBAL BULK",
            ReactionItem.GlobalWall => "GLOBAL WALL",
            ReactionItem.Bulk => "BULK",
            ReactionItem.Wall => "WALL",
            ReactionItem.Tank => "TANK",
            ReactionItem.LimitingPotential => "LIMITING POTENTIAL",
            _ => "ROUGHNESS CORRELATION",
        });
        if (row.First is not null) text.Word(row.First);
        if (row.Last is not null) text.Word(row.Last);
        text.Number(row.Value).End(row.Comment);
    }

    private void Mixing(int i)
    {
        var row = file.Mixing[i];
        text.Word(row.Tank).Keyword(row.Model switch
        {
            MixingModel.TwoCompartments => "2COMP",
            MixingModel.FirstInFirstOut => "FIFO",
            MixingModel.LastInFirstOut => "LIFO",
            _ => "MIXED",
        });
        if (!double.IsNaN(row.Fraction)) text.Number(row.Fraction);
        text.End(row.Comment);
    }

    private void Energy(int i)
    {
        var row = file.Energy[i];
        if (row.Item == EnergyItem.DemandCharge)
        {
            text.Keyword("DEMAND CHARGE").Number(row.Value).End(row.Comment);
            return;
        }
        if (row.Pump is null) text.Keyword("GLOBAL");
        else text.Keyword("PUMP").Word(row.Pump);
        text.Keyword(row.Item switch { EnergyItem.Price => "PRICE", EnergyItem.Pattern => "PATTERN", _ => "EFFIC" });
        if (double.IsNaN(row.Value)) text.Word(row.Name ?? "");
        else text.Number(row.Value);
        text.End(row.Comment);
    }
}
